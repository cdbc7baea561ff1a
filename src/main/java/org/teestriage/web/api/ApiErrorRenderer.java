package org.teestriage.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.web.ApiPaths;
import org.teestriage.web.ErrorRenderer;
import org.teestriage.web.Problem;

/** Error format of the API. Every invalid token gets the same 401 problem, whatever is wrong with it. */
@ApplicationScoped
class ApiErrorRenderer implements ErrorRenderer {

    private final ObjectMapper json;

    ApiErrorRenderer(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean handles(String path) {
        return ApiPaths.hasProblems(path);
    }

    @Override
    public boolean sendsProblemJson() {
        return true;
    }

    @Override
    public Words renderAuthenticationFailure(Why why) {
        return words(Problem.of(why.status()));
    }

    @Override
    public Words renderError(Trouble trouble) {
        return words(Problem.of(trouble.status(), trouble.title(), trouble.sentence()));
    }

    private Words words(Problem problem) {
        try {
            return new Words(Problem.MEDIA_TYPE, json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Problem cannot be serialised", e);
        }
    }
}
