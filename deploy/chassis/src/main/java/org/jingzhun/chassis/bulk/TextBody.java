package org.jingzhun.chassis.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jingzhun.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Gives a body as UTF-8, in which it came or as GB 18030. What decides is the text itself, however late its first Chinese
 * character comes: as long as it may be either, what follows that character is held back, up to a limit.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3629">UTF-8</a>
 */
final class TextBody extends InputStream {

    /** How many bytes may be held back until it is clear what they are. */
    static final int HELD_AT_MOST = 512 * 1024;

    private final InputStream in;
    private final byte[] chunk = new byte[64 * 1024];
    private final Utf8Check utf8 = new Utf8Check();
    private final GbCheck gb = new GbCheck();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    private @Nullable TextEncoding encoding;
    private @Nullable GbText transcoding;
    private boolean hasUtf8Runs;
    private long offset;
    private long newlines;
    private byte[] ready = new byte[0];
    private int readyFrom;
    private boolean ended;

    /** @param declared by the sender; {@code null} when the text shall tell */
    TextBody(InputStream in, @Nullable TextEncoding declared) {
        this.in = in;
        this.encoding = declared;
        if (declared == TextEncoding.GB18030) {
            transcoding = new GbText(0, 0);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 400 with the offset of the first bad byte */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (readyFrom == ready.length) {
            if (ended) {
                return -1;
            }
            if (encoding == TextEncoding.UTF_8) {
                return straight(bytes, from, length);
            }
            int count = in.read(chunk, 0, chunk.length);
            ended = count < 0;
            readyFrom = 0;
            ready = transcoding == null ? undecided(Math.max(count, 0)) : transcoding.decode(chunk, count);
        }
        int count = Math.min(length, ready.length - readyFrom);
        System.arraycopy(ready, readyFrom, bytes, from, count);
        readyFrom += count;
        return count;
    }

    private int straight(byte[] bytes, int from, int length) throws IOException {
        int count = in.read(bytes, from, length);
        if (count < 0) {
            ended = true;
            utf8.end();
        }
        for (int i = from; i < from + count; i++) {
            byte value = bytes[i];
            if (value <= 0 || !utf8.isBetweenCharacters()) {
                utf8.take(value, offset + (i - from));
                if (utf8.badAt() >= 0) {
                    break;
                }
            } else if (value == '\n') {
                newlines++;
            }
        }
        if (utf8.badAt() >= 0) {
            throw refused(utf8.badAt(), newlines, TextEncoding.UTF_8.label());
        }
        offset += Math.max(count, 0);
        return count;
    }

    /** Reads on while nothing but ASCII came or it may still be both. */
    private byte[] undecided(int count) {
        for (int i = 0; i < count; i++) {
            endRun(chunk[i]);
            utf8.take(chunk[i], offset + i);
            gb.take(chunk[i], offset + i);
        }
        if (ended) {
            utf8.end();
            gb.end();
        }
        held.write(chunk, 0, count);
        long heldFrom = offset + count - held.size();
        offset += count;
        if (utf8.badAt() >= 0) {
            return asGb(heldFrom);
        }
        if (gb.badAt() >= 0 || isAscii() || startsWithByteOrderMark(heldFrom)) {
            return asUtf8(gb.badAt() >= 0 || !isAscii());
        }
        if (ended || held.size() > HELD_AT_MOST) {
            if (!utf8.isWide()) {
                throw problem("import-encoding-ambiguous", offset, line(heldFrom, offset), "");
            }
            return asUtf8(true);
        }
        return new byte[0];
    }

    /** What both read, but GB 18030 with rare characters, is UTF-8: only a text that has none is GB 18030 then. */
    private void endRun(byte next) {
        if (next > 0 && gb.isBetweenCharacters()) {
            hasUtf8Runs |= utf8.isBetweenCharacters() && utf8.isWideInRun() && gb.isRareInRun();
            gb.endRun();
        }
    }

    private boolean isAscii() {
        for (byte each : held.toByteArray()) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean startsWithByteOrderMark(long heldFrom) {
        byte[] bytes = held.toByteArray();
        return heldFrom == 0
                && bytes.length >= 3
                && bytes[0] == (byte) 0xef
                && bytes[1] == (byte) 0xbb
                && bytes[2] == (byte) 0xbf;
    }

    private byte[] asUtf8(boolean decided) {
        byte[] bytes = held.toByteArray();
        held.reset();
        newlines += newlines(bytes, bytes.length);
        if (decided) {
            encoding = TextEncoding.UTF_8;
        }
        return bytes;
    }

    private byte[] asGb(long heldFrom) {
        if (gb.badAt() >= 0 || hasUtf8Runs) {
            long badAt = Math.max(gb.badAt(), utf8.badAt());
            throw refused(badAt, line(heldFrom, badAt) - 1, expected());
        }
        byte[] bytes = held.toByteArray();
        held.reset();
        encoding = TextEncoding.GB18030;
        transcoding = new GbText(heldFrom, newlines);
        return transcoding.decode(bytes, bytes.length);
    }

    /** What the text was up to the bad byte. */
    private String expected() {
        if (utf8.badAt() == gb.badAt()) {
            return TextEncoding.UTF_8.label() + ", " + TextEncoding.GB18030.label();
        }
        return (utf8.badAt() > gb.badAt() ? TextEncoding.UTF_8 : TextEncoding.GB18030).label();
    }

    private long line(long heldFrom, long badAt) {
        return 1 + newlines + newlines(held.toByteArray(), (int) (badAt - heldFrom));
    }

    static long newlines(byte[] bytes, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    static RuntimeException refused(long offset, long newlines, String expected) {
        return problem("import-encoding", offset, newlines + 1, expected);
    }

    private static RuntimeException problem(String code, long offset, long line, String expected) {
        return Problem.of(400, code, String.valueOf(offset), String.valueOf(line), expected)
                .with("offset", offset)
                .with("line", line)
                .asException();
    }
}
