package org.jingzhun.chassis.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * How a field's value is read, from JSON and from the text of a CSV cell, and stored.
 *
 * <p>Values of one type are read by one thread at a time and must not depend on each other.
 */
public interface FieldType<T> {

    /** Reads a CSV cell; never called with an empty text. */
    T ofText(String text) throws InvalidValue;

    /**
     * Reads a JSON value, never {@code null} or an empty text.
     *
     * @param parser stands on the value's first token; afterwards on its last
     */
    default T ofJson(JsonParser parser) throws IOException, InvalidValue {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new InvalidValue("not-text");
        }
        return ofText(parser.getText());
    }

    CellType<T> cell();

    /** An SQL expression that gives a staged column as JSON had it. */
    default String shown(String column) {
        return column;
    }
}
