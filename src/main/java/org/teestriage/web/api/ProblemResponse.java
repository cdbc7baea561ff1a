package org.teestriage.web.api;

enum ProblemResponse {
    NOT_VALID(400, "Something in the request is not valid. Nothing was stored."),
    NOT_AUTHENTICATED(401, "The request is not authenticated."),
    NOT_PERMITTED(403, "Your role or hub does not permit this."),
    ABSENT(404, "The concern does not exist, or you may not see it: the response is the same."),
    TOO_SLOW(408, "The body did not arrive in time (ten seconds by default). Nothing was stored."),
    NOT_POSSIBLE_NOW(409, "Not possible now; the detail says why. Nothing has changed."),
    OVERTAKEN(
            412,
            "The step rests on more than you read; the detail says on what. Nothing has changed. Read the"
                    + " concern again."),
    TOO_LARGE(413, "The body is larger than 1 MB. Nothing was stored."),
    NOT_JSON(415, "The body is not JSON. Nothing was stored."),
    KEY_REUSED(422, "The Idempotency-Key was used for another request. Nothing was stored."),
    VERSION_MISSING(428, "The version of the step that you read is missing (header If-Match). Nothing was stored.");

    final int status;
    final String description;

    ProblemResponse(int status, String description) {
        this.status = status;
        this.description = description;
    }
}
