package org.teestriage.web.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.type.CollectionType;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Stops reading a list at the limit of its field. Otherwise validation would check, and report, each of a hundred
 * thousand entries. The limit is the {@link Size} of the field, or the number of constants of an enum.
 */
final class BoundedLists extends DelegatingDeserializer {

    private static final long serialVersionUID = 1;

    /** Default limit without {@link Size}. No request body contains such a list (StrictJsonTest). */
    private static final int UNSAID = 100;

    private final int most;

    private BoundedLists(JsonDeserializer<?> reader, int most) {
        super(reader);
        this.most = most;
    }

    static final class Everywhere extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription description,
                JsonDeserializer<?> reader) {
            return new BoundedLists(reader, unsaid(type));
        }
    }

    static final class TooMany extends MismatchedInputException {

        private static final long serialVersionUID = 1;

        private final int most;

        TooMany(JsonParser json, int most) {
            super(json, "too many entries", Collection.class);
            this.most = most;
        }

        int most() {
            return most;
        }
    }

    private static int unsaid(JavaType list) {
        JavaType entry = list.getContentType();
        return entry != null && entry.isEnumType() ? entry.getRawClass().getEnumConstants().length : UNSAID;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JsonDeserializer<?> reader = context.handleSecondaryContextualization(
                _delegatee, property, context.constructType(_delegatee.handledType()));
        Size size = property == null ? null : property.getAnnotation(Size.class);
        return new BoundedLists(reader, size == null || size.max() == Integer.MAX_VALUE ? most : size.max());
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
        return new BoundedLists(reader, most);
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.isExpectedStartArrayToken()) {
            return super.deserialize(json, context);
        }
        Counting counting = new Counting(json, most);
        try {
            return super.deserialize(counting, context);
        } catch (TooMany inside) {
            // Reports the whole list instead of the first excess entry.
            throw counting.begun > most ? new TooMany(json, most) : inside;
        }
    }

    /** Throws at the first entry beyond the limit. */
    private static final class Counting extends JsonParserDelegate {

        private final JsonStreamContext list;
        private final int most;
        private int begun;

        Counting(JsonParser json, int most) {
            super(json);
            this.list = json.getParsingContext();
            this.most = most;
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (token != null && isEntry(token) && ++begun > most) {
                throw new TooMany(this, most);
            }
            return token;
        }

        private boolean isEntry(JsonToken token) {
            JsonStreamContext here = getParsingContext();
            return token.isStructStart() ? here.getParent() == list : token.isScalarValue() && here == list;
        }
    }
}
