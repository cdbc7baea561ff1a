package org.teestriage.web.api;

import java.util.Map;
import java.util.TreeMap;

/** Descriptions of the problem responses in the OpenAPI document, by status. */
final class ProblemText {

    static final Map<String, String> BY_STATUS = new TreeMap<>(Map.ofEntries(
            Map.entry("400", "Something in the request is not valid. Nothing was stored."),
            Map.entry("401", "The request is not authenticated."),
            Map.entry("403", "Your role or hub does not permit this."),
            Map.entry("404", "The concern does not exist, or you may not see it: the response is the same."),
            Map.entry("408", "The body did not arrive in time (ten seconds by default). Nothing was stored."),
            Map.entry("409", "Not possible now; the detail says why. Nothing has changed."),
            Map.entry(
                    "412",
                    "The step rests on more than you read; the detail says on what. Nothing has changed. Read the"
                            + " concern again."),
            Map.entry("413", "The body is larger than 1 MB. Nothing was stored."),
            Map.entry("415", "The body is not JSON. Nothing was stored."),
            Map.entry("422", "The Idempotency-Key was used for another request. Nothing was stored."),
            Map.entry(
                    "428", "The version of the step that you read is missing (header If-Match). Nothing was stored.")));

    private ProblemText() {}
}
