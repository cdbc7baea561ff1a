package org.teestriage.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.util.Set;

/** Reads the body of a request whose exact bytes are signed. */
@Singleton
class SignedBody {

    private final ObjectMapper json;
    private final Validator validator;

    SignedBody(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    <T> T read(byte[] sent, Class<T> type) throws IOException {
        T told = json.readValue(sent, type);
        if (told == null) {
            throw new BadRequestException(Problems.wrong(""));
        }
        Set<ConstraintViolation<T>> wrong = validator.validate(told);
        if (!wrong.isEmpty()) {
            throw new BadRequestException(Problems.violated(wrong));
        }
        return told;
    }
}
