package org.jingzhun.chassis.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Field types of several values: a JSON array, in CSV separated by blanks. */
final class ListTypes {

    private ListTypes() {}

    record Texts(int fewest, int most, int longest) implements FieldType<List<String>> {

        @Override
        public List<String> ofText(String text) throws InvalidValue {
            return checked(List.of(text.strip().split("\\s+")));
        }

        @Override
        public List<String> ofJson(JsonParser parser) throws IOException, InvalidValue {
            return checked(texts(parser, fewest, most));
        }

        private List<String> checked(List<String> values) throws InvalidValue {
            if (values.size() < fewest || values.size() > most) {
                throw new InvalidValue("not-list", fewest, most);
            }
            for (String value : values) {
                if (value.length() > longest) {
                    throw new InvalidValue("too-long", longest);
                }
                FieldTypes.storable(value);
            }
            return values;
        }

        @Override
        public CellType<List<String>> cell() {
            return CellType.TEXTS;
        }
    }

    private static List<String> texts(JsonParser parser, int fewest, int most) throws IOException, InvalidValue {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new InvalidValue("not-list", fewest, most);
        }
        var values = new ArrayList<String>(4);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw new InvalidValue("not-text");
            }
            if (values.size() == most) {
                throw new InvalidValue("not-list", fewest, most);
            }
            values.add(parser.getText());
        }
        return values;
    }

    static final class Enumerations<E extends Enum<E>> implements FieldType<List<E>> {

        private final FieldTypes.Enumeration<E> one;
        private final int fewest;
        private final int most;

        Enumerations(Class<E> type, int fewest, int most) {
            this.one = new FieldTypes.Enumeration<>(type);
            this.fewest = fewest;
            this.most = most;
        }

        @Override
        public List<E> ofText(String text) throws InvalidValue {
            return checked(List.of(text.strip().split("\\s+")));
        }

        @Override
        public List<E> ofJson(JsonParser parser) throws IOException, InvalidValue {
            return checked(texts(parser, fewest, most));
        }

        private List<E> checked(List<String> names) throws InvalidValue {
            var values = new ArrayList<E>(names.size());
            for (String name : names) {
                values.add(one.ofText(name));
            }
            if (values.size() < fewest || values.size() > most || new HashSet<>(values).size() < values.size()) {
                throw new InvalidValue("not-list", fewest, most);
            }
            return values;
        }

        @Override
        public CellType<List<E>> cell() {
            return new CellType<>(
                    "text[]",
                    (values, out) -> out.texts(values.stream().map(Enum::name).toList()));
        }
    }
}
