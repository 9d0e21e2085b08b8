package org.jingzhun.chassis.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Parameters that are true or false: anything else is refused, where Java itself would take it for false. */
@Provider
public class BooleanParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // a converter of Boolean for a parameter of that type
    public @Nullable <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Boolean.class || type == boolean.class ? (ParamConverter<T>) new TrueOrFalse() : null;
    }

    private static final class TrueOrFalse implements ParamConverter<Boolean> {

        @Override
        public @Nullable Boolean fromString(@Nullable String text) {
            return switch (text) {
                case null -> null;
                case "true" -> true;
                case "false" -> false;
                default ->
                    throw new BadRequestException(Problem.of(400, "not-boolean").asException());
            };
        }

        @Override
        public String toString(Boolean value) {
            return value.toString();
        }
    }
}
