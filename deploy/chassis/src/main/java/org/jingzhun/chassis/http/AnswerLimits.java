package org.jingzhun.chassis.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/**
 * Holds what the services write to limits, so that a reader may rely on them: a text has {@value #LONGEST_TEXT} characters
 * at most, a list or map {@value #MOST_ENTRIES} entries. Longer lists are given in slices or as streams. What goes
 * beyond is a fault of the service: nothing is cut, the answer fails.
 */
@Singleton
public class AnswerLimits implements ObjectMapperCustomizer {

    /** Characters of a text. */
    public static final int LONGEST_TEXT = 1_000_000;

    /** Entries of a list or map. */
    public static final int MOST_ENTRIES = 1_000_000;

    private static final String LIFTED = "jingzhun.answer-limits.lifted";

    /** Writes what nobody reads as an answer, such as what somebody sent, however large. */
    public static ObjectWriter without(ObjectMapper json) {
        return json.writer().withAttribute(LIFTED, true);
    }

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("answer-limits")
                .addSerializer(String.class, new Text())
                .setSerializerModifier(new Entries()));
    }

    private static void check(String what, int count, int most, SerializerProvider answer) throws JsonMappingException {
        if (count > most && answer.getAttribute(LIFTED) == null) {
            answer.reportMappingProblem(
                    "%s (%d) must be at most %d. Maybe give it in slices, or as a stream.", what, count, most);
        }
    }

    private static final class Text extends StdScalarSerializer<String> {

        private static final long serialVersionUID = 1;

        Text() {
            super(String.class);
        }

        @Override
        public boolean isEmpty(SerializerProvider answer, String text) {
            return text.isEmpty();
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider answer) throws IOException {
            check("Characters of a text", text.length(), LONGEST_TEXT, answer);
            out.writeString(text);
        }
    }

    private static final class Entries extends BeanSerializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonSerializer<?> modifyCollectionSerializer(
                SerializationConfig config, CollectionType type, BeanDescription bean, JsonSerializer<?> serializer) {
            return new Counted(serializer);
        }

        @Override
        public JsonSerializer<?> modifyMapSerializer(
                SerializationConfig config, MapType type, BeanDescription bean, JsonSerializer<?> serializer) {
            return new Counted(serializer);
        }
    }

    /** Counts before the serializer that does the work. */
    private static final class Counted extends JsonSerializer<Object> implements ContextualSerializer {

        private final JsonSerializer<Object> inner;

        @SuppressWarnings("unchecked") // collections and maps alone come here
        Counted(JsonSerializer<?> inner) {
            this.inner = (JsonSerializer<Object>) inner;
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider answer, BeanProperty property)
                throws JsonMappingException {
            return new Counted(answer.handleSecondaryContextualization(inner, property));
        }

        @Override
        public boolean isEmpty(SerializerProvider answer, Object value) {
            return inner.isEmpty(answer, value);
        }

        @Override
        public void serialize(Object value, JsonGenerator out, SerializerProvider answer) throws IOException {
            count(value, answer);
            inner.serialize(value, out, answer);
        }

        @Override
        public void serializeWithType(Object value, JsonGenerator out, SerializerProvider answer, TypeSerializer type)
                throws IOException {
            count(value, answer);
            inner.serializeWithType(value, out, answer, type);
        }

        private static void count(Object value, SerializerProvider answer) throws JsonMappingException {
            int entries =
                    value instanceof Collection<?> list ? list.size() : value instanceof Map<?, ?> map ? map.size() : 0;
            check("Entries of a list or map", entries, MOST_ENTRIES, answer);
        }
    }
}
