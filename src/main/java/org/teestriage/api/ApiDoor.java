package org.teestriage.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.FrontDoor;

/** The API's door: it turns away by the same problem as everything behind it, whatever was wrong with a token. */
@ApplicationScoped
class ApiDoor implements FrontDoor {

    private final ObjectMapper json;

    ApiDoor(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean opens(String path) {
        return path.startsWith("/api/");
    }

    @Override
    public Words turnAway(Why why) {
        try {
            return new Words(Problem.MEDIA_TYPE, json.writeValueAsString(Problem.of(why.status())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
