package org.jingzhun.chassis.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The field types that every kind of import may need. */
final class FieldTypes {

    static final int LONGEST_TEXT = 10_000;

    private FieldTypes() {}

    /** Text that PostgreSQL can store. */
    static String storable(String text) throws InvalidValue {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                throw new InvalidValue("unusable-character");
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    throw new InvalidValue("unusable-character");
                }
            }
        }
        return text;
    }

    record Text(int longest, @Nullable Pattern form, String example) implements FieldType<String> {

        @Override
        public String ofText(String text) throws InvalidValue {
            if (text.length() > longest) {
                throw new InvalidValue("too-long", longest);
            }
            if (form != null && !form.matcher(text).matches()) {
                throw new InvalidValue("not-matching", example);
            }
            return storable(text);
        }

        @Override
        public CellType<String> cell() {
            return CellType.TEXT;
        }
    }

    record Uuid() implements FieldType<UUID> {

        private static final int LENGTH = 36;

        @Override
        public UUID ofText(String text) throws InvalidValue {
            try {
                if (text.length() == LENGTH) {
                    return UUID.fromString(text);
                }
            } catch (IllegalArgumentException malformed) {
                throw new InvalidValue("not-uuid");
            }
            throw new InvalidValue("not-uuid");
        }

        @Override
        public CellType<UUID> cell() {
            return CellType.UUID_CELL;
        }
    }

    record Date() implements FieldType<LocalDate> {

        private static final int LENGTH = 10;

        @Override
        public LocalDate ofText(String text) throws InvalidValue {
            if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
                throw new InvalidValue("not-date");
            }
            try {
                return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            } catch (DateTimeException noSuchDay) {
                throw new InvalidValue("not-date");
            }
        }

        private static int number(String text, int from, int to) throws InvalidValue {
            int value = 0;
            for (int i = from; i < to; i++) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    throw new InvalidValue("not-date");
                }
                value = value * 10 + digit;
            }
            return value;
        }

        @Override
        public CellType<LocalDate> cell() {
            return CellType.DATE;
        }
    }

    record Division() implements FieldType<Long> {

        private static final int DIGITS = 12;

        @Override
        public Long ofText(String text) throws InvalidValue {
            if (text.length() != DIGITS || text.charAt(0) == '0') {
                throw new InvalidValue("not-division");
            }
            long code = 0;
            for (int i = 0; i < DIGITS; i++) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    throw new InvalidValue("not-division");
                }
                code = code * 10 + digit;
            }
            return code;
        }

        @Override
        public CellType<Long> cell() {
            return CellType.BIGINT;
        }

        @Override
        public String shown(String column) {
            return column + "::text";
        }
    }

    static final class Enumeration<E extends Enum<E>> implements FieldType<E> {

        private final Map<String, E> values = new HashMap<>();
        private final String names;

        Enumeration(Class<E> type) {
            for (E value : type.getEnumConstants()) {
                values.put(value.name(), value);
            }
            names = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        }

        @Override
        public E ofText(String text) throws InvalidValue {
            E value = values.get(text);
            if (value == null) {
                throw new InvalidValue("not-allowed-value", names);
            }
            return value;
        }

        @Override
        public CellType<E> cell() {
            return CellType.ofEnum();
        }
    }

    record Bool() implements FieldType<Boolean> {

        @Override
        public Boolean ofText(String text) throws InvalidValue {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new InvalidValue("not-boolean");
            };
        }

        @Override
        public Boolean ofJson(JsonParser parser) throws InvalidValue {
            return switch (parser.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> throw new InvalidValue("not-boolean");
            };
        }

        @Override
        public CellType<Boolean> cell() {
            return CellType.BOOLEAN;
        }
    }

    record Whole(int from, int to) implements FieldType<Integer> {

        @Override
        public Integer ofText(String text) throws InvalidValue {
            try {
                return within(Long.parseLong(text));
            } catch (NumberFormatException noNumber) {
                throw new InvalidValue("not-integer", from, to);
            }
        }

        @Override
        public Integer ofJson(JsonParser parser) throws IOException, InvalidValue {
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                    || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw new InvalidValue("not-integer", from, to);
            }
            return within(parser.getLongValue());
        }

        private int within(long value) throws InvalidValue {
            if (value < from || value > to) {
                throw new InvalidValue("not-integer", from, to);
            }
            return (int) value;
        }

        @Override
        public CellType<Integer> cell() {
            return CellType.INTEGER;
        }
    }

    record Money() implements FieldType<Long> {

        private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,13})(?:\\.([0-9]{1,2}))?");

        @Override
        public Long ofText(String text) throws InvalidValue {
            Matcher amount = YUAN.matcher(text);
            if (!amount.matches()) {
                throw new InvalidValue("not-money");
            }
            String decimals = amount.group(2) == null ? "" : amount.group(2);
            return Long.parseLong(amount.group(1) + decimals + "0".repeat(2 - decimals.length()));
        }

        @Override
        public CellType<Long> cell() {
            return CellType.BIGINT;
        }

        @Override
        public String shown(String column) {
            return "round(" + column + " / 100.0, 2)::text";
        }
    }
}
