package org.teestriage.web.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.ImageText;
import org.teestriage.web.BodyReader;

/** Strict JSON parsing: an unknown or duplicate key is an error, so that no fact is silently dropped. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final String OURS = "org.teestriage.";

    private static final int DEEPEST = 50;
    private static final int LONGEST_TEXT = 100_000;

    // Earlier and later years are typing errors: no living person was born before, and no plan reaches beyond.
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    /** After the modules of the framework, whose lenient date parsers would otherwise take precedence. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(BodyReader.LARGEST_BODY)
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(BodyReader.LARGEST_BODY)
                        .build());
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            Stream.of(LogicalType.Integer, LogicalType.Boolean, LogicalType.DateTime)
                    .forEach(scalar -> mapper.coercionConfigFor(scalar).setCoercion(shape, CoercionAction.Fail));
        }
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.registerModule(new SimpleModule("written dates only")
                .addDeserializer(String.class, new Texts())
                .addDeserializer(LocalDate.class, new Written<>(LocalDate.class, LocalDate::parse, day -> day))
                .addDeserializer(Instant.class, new Written<>(Instant.class, Instant::parse, moment -> moment.atOffset(
                                ZoneOffset.UTC)
                        .toLocalDate()))
                .setDeserializerModifier(new BoundedLists.Everywhere()));
    }

    /** Reads texts of request bodies {@link WithoutImage}. Quarkus reads tokens of Keycloak with the same mapper, as usual. */
    private static final class Texts extends StringDeserializer implements ContextualDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            boolean ours = property != null
                    && property.getMember() != null
                    && property.getMember().getDeclaringClass().getName().startsWith(OURS);
            return ours ? new WithoutImage() : this;
        }
    }

    /** Refuses a text that holds an image, also one that is longer than any text, before anything else sees it. */
    private static final class WithoutImage extends StringDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = super.deserialize(json, context);
            if (text != null && ImageText.isIn(text)) {
                throw new ImageInText(json);
            }
            if (text != null && text.length() > LONGEST_TEXT) {
                throw new StreamConstraintsException("String value length exceeds " + LONGEST_TEXT);
            }
            return text;
        }
    }

    static final class ImageInText extends MismatchedInputException {

        private static final long serialVersionUID = 1;

        ImageInText(JsonParser json) {
            super(json, "an image as text", String.class);
        }
    }

    /** Accepts only ISO text: a number has no defined epoch, and an empty text would become null. */
    private static final class Written<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<String, T> form;
        private final transient Function<T, LocalDate> day;

        Written(Class<T> type, Function<String, T> form, Function<T, LocalDate> day) {
            super(type);
            this.form = form;
            this.day = day;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(_valueClass, json);
            }
            try {
                T read = form.apply(json.getText());
                LocalDate on = day.apply(read);
                if (!on.isBefore(FIRST_DAY) && !on.isAfter(LAST_DAY)) {
                    return read;
                }
            } catch (DateTimeException wrong) {
                // Reported below, like a year out of range.
            }
            return (T) context.handleWeirdStringValue(_valueClass, json.getText(), "not between 1900 and 2199");
        }
    }
}
