package org.teestriage.letter.content;

/** Who reports to platforms: the name, address and domain under which they can ask back. */
public record ReportingOrganisation(String org, String contact, String domain) {}
