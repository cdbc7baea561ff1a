package org.teestriage.decision.wording;

import java.util.List;

/**
 * Whom to call in an emergency, and what to do meanwhile.
 *
 * @param services which service to call for what
 * @param selfHarm what to do for a child who talks of self-harm or suicide
 * @param crisisLines telephone lines for such a child
 * @param notKnown which number was not found, and what to call instead
 * @param evidence how to keep devices and images
 */
public record EmergencyHelp(
        List<String> services, List<String> selfHarm, List<CrisisLine> crisisLines, String notKnown, String evidence) {}
