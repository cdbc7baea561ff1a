package org.teestriage.web.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;

/** Parses path and query parameters. An invalid path segment gives 404, an invalid query parameter 400. */
@Provider
class PathParamConverters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, Optional<?>> reading = reading(type);
        return reading == null ? null : new Strict<>(reading, name(annotations));
    }

    private static @Nullable Function<String, Optional<?>> reading(Class<?> type) {
        if (type == Reference.class) {
            return Reference::find;
        }
        if (type == Step.class) {
            return Step::of;
        }
        if (type.isEnum()) {
            return text -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst();
        }
        if (type == boolean.class || type == Boolean.class) {
            return text -> Stream.of(true, false)
                    .filter(answer -> answer.toString().equals(text))
                    .findFirst();
        }
        if (type == int.class || type == Integer.class) {
            return text -> text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        }
        return null;
    }

    private static Optional<String> name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(query -> ((QueryParam) query).value())
                .findFirst();
    }

    /** {@code name} is the name of a query parameter, or empty for a path segment. */
    private record Strict<T>(Function<String, Optional<?>> reading, Optional<String> name)
            implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String typed) {
            return (T) reading.apply(typed).orElseThrow(this::refusal);
        }

        private WebApplicationException refusal() {
            return name.<WebApplicationException>map(field -> new BadRequestException(Problems.wrong(field)))
                    .orElseGet(NotFoundException::new);
        }

        @Override
        public String toString(T value) {
            return value instanceof Step step ? step.id() : String.valueOf(value);
        }
    }
}
