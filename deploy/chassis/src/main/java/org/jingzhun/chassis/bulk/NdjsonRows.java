package org.jingzhun.chassis.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object a line. A line that is none spoils itself only: the next one begins behind the newline. */
final class NdjsonRows {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int FIRST_BUFFER = 256 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final RowIntake intake;
    private final int longestLine;

    private byte[] buffer = new byte[FIRST_BUFFER];
    private int start;
    private int end;
    private long line;
    private @Nullable List<String> firstNames = new ArrayList<>();

    NdjsonRows(InputStream in, RowIntake intake, int longestLine) {
        this.in = in;
        this.intake = intake;
        this.longestLine = longestLine;
    }

    void read() throws IOException, SQLException {
        int scanned = start;
        boolean skipping = false;
        while (true) {
            int newline = find(scanned);
            if (newline >= 0) {
                takeOrSkip(newline, skipping);
                skipping = false;
                start = newline + 1;
                scanned = start;
                continue;
            }
            if (end - start > longestLine) {
                skipping = true;
                end = start + longestLine;
            }
            scanned = end - start;
            if (!more()) {
                if (end > start) {
                    takeOrSkip(end, skipping);
                }
                return;
            }
            scanned += start;
        }
    }

    private int find(int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Moves the begun line to the front and reads on. */
    private boolean more() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(count, 0);
        return count >= 0;
    }

    private void takeOrSkip(int lineEnd, boolean skipping) throws SQLException, IOException {
        line++;
        if (skipping || lineEnd - start > longestLine) {
            int shownEnd = Math.min(lineEnd, start + longestLine);
            intake.unusable(line, () -> text(start, shownEnd), "line-too-long", longestLine);
            return;
        }
        int from = line == 1 && startsWithByteOrderMark(lineEnd) ? start + BYTE_ORDER_MARK.length : start;
        int to = lineEnd;
        while (from < to && buffer[to - 1] <= ' ' && buffer[to - 1] >= 0) {
            to--;
        }
        while (from < to && buffer[from] <= ' ' && buffer[from] >= 0) {
            from++;
        }
        if (from < to) {
            take(from, to);
        }
    }

    private boolean startsWithByteOrderMark(int lineEnd) {
        return lineEnd - start >= BYTE_ORDER_MARK.length
                && Arrays.equals(
                        buffer, start, start + BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private void take(int from, int to) throws SQLException, IOException {
        try (JsonParser parser = JSON.createParser(buffer, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                malformed(parser, from, to);
                return;
            }
            String name;
            while ((name = parser.nextFieldName()) != null) {
                if (firstNames != null) {
                    firstNames.add(name);
                }
                takeField(parser, name);
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                malformed(parser, from, to);
                return;
            }
        } catch (JsonProcessingException malformed) {
            intake.unusable(
                    line,
                    () -> text(from, to),
                    "malformed-row",
                    malformed.getLocation() == null
                            ? 1
                            : malformed.getLocation().getColumnNr());
            return;
        }
        if (firstNames != null) {
            intake.named(firstNames);
            firstNames = null;
        }
        intake.end(line, () -> text(from, to));
    }

    private void malformed(JsonParser parser, int from, int to) throws SQLException {
        intake.unusable(
                line,
                () -> text(from, to),
                "malformed-row",
                parser.currentTokenLocation().getColumnNr());
    }

    private void takeField(JsonParser parser, String name) throws IOException {
        JsonToken token = parser.nextToken();
        int slot = intake.format().slot(name);
        if (slot < 0) {
            intake.fault("/" + name.replace("~", "~0").replace("/", "~1"), "unknown-field-in-row");
            parser.skipChildren();
            return;
        }
        Field<?> field = intake.field(slot);
        if (!intake.firstOf(slot)) {
            intake.fault(field.pointer(), "repeated-field");
            parser.skipChildren();
            return;
        }
        boolean absent =
                token == JsonToken.VALUE_NULL || (token == JsonToken.VALUE_STRING && parser.getTextLength() == 0);
        if (absent) {
            return;
        }
        try {
            intake.value(slot, field.type().ofJson(parser));
        } catch (InvalidValue invalid) {
            intake.fault(field.pointer(), invalid);
        }
        leaveValue(parser);
    }

    /** A value that was refused halfway is read to its end. */
    private static void leaveValue(JsonParser parser) throws IOException {
        parser.skipChildren();
        while (parser.getParsingContext().getNestingDepth() > 1) {
            if (parser.nextToken() == null) {
                return;
            }
        }
    }

    private String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }
}
