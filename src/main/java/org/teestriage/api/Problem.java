package org.teestriage.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** What went wrong, in the shape of RFC 9457: a title, a sentence that says what to do, and the fields it is about. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Field> errors) {

    /** One field that is wrong, by its path in the body. */
    public record Field(String field, String message) {}

    static final String MEDIA_TYPE = "application/problem+json";
}
