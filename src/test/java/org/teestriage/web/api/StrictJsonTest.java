package org.teestriage.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.casework.restriction.RestrictionRequest;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Device;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.PoliceContact;

class StrictJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    static {
        new StrictJson().customize(MAPPER);
    }

    @Test
    void valuesOfTheDeclaredTypesAreRead() throws JsonProcessingException {
        Child child = MAPPER.readValue("""
                {"unknown": true, "name": "13", "estimatedAge": 13, "dateOfBirth": "2013-02-03", "missing": "YES"}
                """, Child.class);
        assertThat(child.estimatedAge()).isEqualTo(13);
        assertThat(child.dateOfBirth()).hasToString("2013-02-03");
        assertThat(MAPPER.readValue("{\"at\": \"2026-09-22T09:00:00Z\"}", PoliceContact.class)
                        .at())
                .hasToString("2026-09-22T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"estimatedAge\": \"13\"}",
                "{\"estimatedAge\": \"\"}",
                "{\"estimatedAge\": 13.0}",
                "{\"estimatedAge\": true}",
                "{\"estimatedAge\": [13]}",
                "{\"unknown\": \"true\"}",
                "{\"unknown\": \"\"}",
                "{\"unknown\": 1}",
                "{\"name\": 13}",
                "{\"name\": 13.5}",
                "{\"name\": true}",
                "{\"name\": [\"Robin\"]}",
                "{\"dateOfBirth\": \"\"}",
                "{\"missing\": 0}",
                "{\"missing\": \"0\"}",
                "{\"missing\": \"\"}",
                "{\"missing\": \"yes\"}",
                "{\"nmae\": \"Robin\"}",
                "{\"name\": \"Robin\", \"name\": \"Charlie\"}",
                "{} {}"
            })
    void coercionsUnknownFieldsDuplicatesAndTrailingTextAreRefused(String body) {
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> MAPPER.readValue(body, Child.class));
    }

    @Test
    void everyListInARequestBodyHasAMaximumSize() {
        assertThat(KnownFieldNames.BODIES.stream()
                        .flatMap(FilledBodies::spots)
                        .filter(FilledBodies.Spot::list)
                        .map(FilledBodies.Spot::component))
                .hasSizeGreaterThan(8)
                .allSatisfy(list -> {
                    Size size = list.getAccessor().getAnnotation(Size.class);
                    Class<?> entry = (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
                    assertThat(entry.isEnum() || (size != null && size.max() <= 100))
                            .as("%s of %s", list.getName(), list.getDeclaringRecord())
                            .isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"users\": %s}", "[%s]", "{\"kinds\": %s}"})
    void aListOfAnyTypeIsReadNoFurtherThanItsMaximum(String body) {
        String many = "[" + "\"SEXTORTION\",".repeat(100_000).replaceFirst(",$", "]");
        Class<?> type = body.contains("users") ? RestrictionRequest.class : Facts.class;
        JavaType read = body.startsWith("[")
                ? MAPPER.getTypeFactory().constructCollectionType(List.class, String.class)
                : MAPPER.constructType(type);
        String sent = body.startsWith("[") ? many : body.formatted(many);
        assertThatExceptionOfType(BoundedLists.TooMany.class).isThrownBy(() -> MAPPER.readValue(sent, read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": %s}", "{\"users\": [%s]}"})
    void anImageIsRefusedInAFieldAndInAListOfTexts(String body) {
        Class<?> type = body.contains("users") ? RestrictionRequest.class : Child.class;
        assertThatExceptionOfType(StrictJson.ImageInText.class)
                .isThrownBy(() -> MAPPER.readValue(body.formatted("\"data:image/png;base64,iVBORw0KGgo\""), type));
    }

    @Test
    void aLongTokenIsReadInJsonThatIsNoBody() throws JsonProcessingException {
        String token = "eyJhbGciOiJSUzI1NiJ9Qm7" + "aZ3xK9vL0pT5rW8yB1nC4dF6gH2jM".repeat(40);
        assertThat(MAPPER.readValue("{\"access_token\": \"%s\"}".formatted(token), Object.class))
                .isEqualTo(Map.of("access_token", token));
        assertThatExceptionOfType(StrictJson.ImageInText.class)
                .isThrownBy(() -> MAPPER.readValue("{\"name\": \"%s\"}".formatted(token), Child.class));
    }

    @Test
    void aBodyTooDeepOrTooLongIsRefused() {
        String deep = "{\"knownWorkers\":".repeat(60);
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> MAPPER.readTree(deep))
                .withMessageContaining("nesting depth");
        String tooLong = "{\"description\": \"" + "x".repeat(100_001) + "\"}";
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> MAPPER.readValue(tooLong, Device.class))
                .withMessageContaining("String value length");
    }
}
