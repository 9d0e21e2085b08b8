package org.jingzhun.chassis.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Cells in the text format of PostgreSQL's COPY: tab between cells, newline behind a row, backslash escapes.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, File Formats, Text Format</a>
 */
public final class CopyText {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int UUID_LENGTH = 36;
    private static final int LONGEST_CHAR = 4;

    private byte[] bytes = new byte[128 * 1024];
    private int size;
    private boolean rowBegun;

    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }

    void clear() {
        size = 0;
        rowBegun = false;
    }

    void beginCell() {
        if (rowBegun) {
            put('\t');
        }
        rowBegun = true;
    }

    void endRow() {
        put('\n');
        rowBegun = false;
    }

    void absent() {
        put('\\');
        put('N');
    }

    public void number(long value) {
        ascii(Long.toString(value));
    }

    public void bool(boolean value) {
        put(value ? 't' : 'f');
    }

    public void uuid(UUID value) {
        room(UUID_LENGTH);
        hex(value.getMostSignificantBits() >>> 32, 8);
        bytes[size++] = '-';
        hex(value.getMostSignificantBits() >>> 16, 4);
        bytes[size++] = '-';
        hex(value.getMostSignificantBits(), 4);
        bytes[size++] = '-';
        hex(value.getLeastSignificantBits() >>> 48, 4);
        bytes[size++] = '-';
        hex(value.getLeastSignificantBits(), 12);
    }

    private void hex(long value, int digits) {
        for (int digit = digits - 1; digit >= 0; digit--) {
            bytes[size++] = HEX[(int) (value >>> (4 * digit)) & 15];
        }
    }

    /** As {@code bytea}. */
    public void binary(byte[] value) {
        room(3 + 2 * value.length);
        put('\\');
        put('\\');
        put('x');
        for (byte each : value) {
            bytes[size++] = HEX[(each >> 4) & 15];
            bytes[size++] = HEX[each & 15];
        }
    }

    /** Text of letters, digits and punctuation that needs no escape. */
    public void ascii(String value) {
        int length = value.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) value.charAt(i);
        }
    }

    /** Any text without NUL. */
    public void text(String value) {
        int length = value.length();
        room(LONGEST_CHAR * length);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                escaped(c);
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xc0 | (c >> 6));
                continued(c, 0);
            } else if (Character.isHighSurrogate(c) && i + 1 < length) {
                int point = Character.toCodePoint(c, value.charAt(++i));
                bytes[size++] = (byte) (0xf0 | (point >> 18));
                continued(point, 12);
                continued(point, 6);
                continued(point, 0);
            } else {
                bytes[size++] = (byte) (0xe0 | (c >> 12));
                continued(c, 6);
                continued(c, 0);
            }
        }
    }

    /** A continuation byte of UTF-8: six bits of the code point. */
    private void continued(int point, int shift) {
        bytes[size++] = (byte) (0x80 | ((point >> shift) & 0x3f));
    }

    private void escaped(char c) {
        int escape =
                switch (c) {
                    case '\t' -> 't';
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\\' -> '\\';
                    default -> 0;
                };
        if (escape == 0) {
            bytes[size++] = (byte) c;
        } else {
            bytes[size++] = '\\';
            bytes[size++] = (byte) escape;
        }
    }

    /** As {@code text[]}. */
    public void texts(List<String> values) {
        var array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        text(array.append('}').toString());
    }

    private void put(char c) {
        room(1);
        bytes[size++] = (byte) c;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
