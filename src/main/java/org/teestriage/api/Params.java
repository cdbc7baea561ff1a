package org.teestriage.api;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;

/** Reads references and steps in URLs. What cannot be one is a page that does not exist. */
@Provider
public class Params implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == Reference.class) {
            return (ParamConverter<T>) new References();
        }
        return type == Step.class ? (ParamConverter<T>) new Steps() : null;
    }

    private static final class References implements ParamConverter<Reference> {
        @Override
        public Reference fromString(String typed) {
            return Reference.find(typed).orElseThrow(NotFoundException::new);
        }

        @Override
        public String toString(Reference reference) {
            return reference.value();
        }
    }

    private static final class Steps implements ParamConverter<Step> {
        @Override
        public Step fromString(String id) {
            return Step.of(id).orElseThrow(NotFoundException::new);
        }

        @Override
        public String toString(Step step) {
            return step.id();
        }
    }
}
