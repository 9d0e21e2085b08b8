package org.jingzhun.funding.ledger.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.funding.ledger.money.Money;

/** Money in JSON is a text in yuan with two decimals: {@code "1234.50"}. */
@Singleton
class MoneyJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        var module = new SimpleModule("money");
        module.addSerializer(Money.class, new Writer());
        module.addDeserializer(Money.class, new Reader());
        mapper.registerModule(module);
    }

    private static final class Writer extends StdSerializer<Money> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(money.toString());
        }
    }

    private static final class Reader extends StdDeserializer<Money> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw refused(json, "Money must be a text in yuan, like \"1234.50\"");
            }
            try {
                return Money.parse(json.getText());
            } catch (IllegalArgumentException unreadable) {
                throw refused(json, String.valueOf(unreadable.getMessage()));
            }
        }

        private static JsonMappingException refused(JsonParser json, String detail) {
            var pointer = json.getParsingContext().pathAsPointer().toString();
            var problem = Problem.of(400, "invalid-fields", 1).with(new FieldError(pointer, "not-money", null));
            return JsonMappingException.from(json, detail, problem.asException());
        }
    }
}
