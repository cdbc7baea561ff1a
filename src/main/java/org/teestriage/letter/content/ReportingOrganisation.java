package org.teestriage.letter.content;

import java.util.regex.Pattern;

public record ReportingOrganisation(String org, String contact, String domain) {

    private static final int LONGEST_NAME = 200;
    private static final String HOST = "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}";
    private static final Pattern DOMAIN = Pattern.compile(HOST);
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@" + HOST);

    public ReportingOrganisation {
        require(!org.isBlank() && org.length() <= LONGEST_NAME, "organisation", "a name of at most 200 characters");
        require(MAIL.matcher(contact).matches(), "contact", "an e-mail address such as abuse@example.org");
        require(DOMAIN.matcher(domain).matches(), "domain", "a host name such as example.org");
    }

    private static void require(boolean kept, String setting, String expected) {
        if (!kept) {
            throw new IllegalArgumentException("tees-triage.reports.%s must be %s".formatted(setting, expected));
        }
    }
}
