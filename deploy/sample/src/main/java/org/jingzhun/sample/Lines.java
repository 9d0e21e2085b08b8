package org.jingzhun.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * A growing buffer of JSON lines in UTF-8. Texts of the sample hold no quotes, backslashes or controls, so nothing
 * needs to be escaped; a text that does is refused.
 */
final class Lines {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[64 * 1024];
    private int length;
    private int rows;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int rows() {
        return rows;
    }

    void clear() {
        length = 0;
        rows = 0;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** Punctuation and names: ASCII, as it is. */
    @SuppressWarnings("deprecation") // this copy takes the low byte of each char, which is all that ASCII has
    Lines raw(String ascii) {
        int count = ascii.length();
        room(count);
        ascii.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    /** A quoted text. */
    Lines text(String text) {
        int count = text.length();
        room(count * 3 + 2);
        bytes[length++] = '"';
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c < ' ' || c == '"' || c == '\\') {
                    throw new IllegalArgumentException("text (" + text + ") must not need escapes");
                }
                bytes[length++] = (byte) c;
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | (c >> 6));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isSurrogate(c)) {
                pair(text.codePointAt(i++));
            } else {
                bytes[length++] = (byte) (0xE0 | (c >> 12));
                bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        bytes[length++] = '"';
        return this;
    }

    /** A character beyond the basic plane, as some village names have; it takes four bytes for its two chars. */
    private void pair(int codePoint) {
        bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    /** A quoted enumeration value. */
    Lines code(Enum<?> value) {
        return raw("\"").raw(value.name()).raw("\"");
    }

    /** A quoted id. */
    Lines id(UUID id) {
        room(38);
        bytes[length++] = '"';
        hex(id.getMostSignificantBits(), 60, 8);
        bytes[length++] = '-';
        hex(id.getMostSignificantBits(), 28, 4);
        bytes[length++] = '-';
        hex(id.getMostSignificantBits(), 12, 4);
        bytes[length++] = '-';
        hex(id.getLeastSignificantBits(), 60, 4);
        bytes[length++] = '-';
        hex(id.getLeastSignificantBits(), 44, 12);
        bytes[length++] = '"';
        return this;
    }

    private void hex(long bits, int from, int digits) {
        for (int i = 0, shift = from; i < digits; i++, shift -= 4) {
            bytes[length++] = HEX[(int) (bits >>> shift) & 15];
        }
    }

    /** A quoted date. */
    Lines date(LocalDate date) {
        room(12);
        bytes[length++] = '"';
        digits(date.getYear(), 4);
        bytes[length++] = '-';
        digits(date.getMonthValue(), 2);
        bytes[length++] = '-';
        digits(date.getDayOfMonth(), 2);
        bytes[length++] = '"';
        return this;
    }

    private void digits(int number, int count) {
        for (int i = count - 1, rest = number; i >= 0; i--, rest /= 10) {
            bytes[length + i] = (byte) ('0' + rest % 10);
        }
        length += count;
    }

    /** A number that is not negative. */
    Lines number(int number) {
        int count = number < 10 ? 1 : number < 100 ? 2 : String.valueOf(number).length();
        room(count);
        digits(number, count);
        return this;
    }

    Lines bool(boolean value) {
        return raw(value ? "true" : "false");
    }

    /** Ends the row. */
    void end() {
        room(2);
        bytes[length++] = '}';
        bytes[length++] = '\n';
        rows++;
    }
}
