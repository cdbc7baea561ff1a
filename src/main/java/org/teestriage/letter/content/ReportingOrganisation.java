package org.teestriage.letter.content;

public record ReportingOrganisation(String org, String contact, String domain) {}
