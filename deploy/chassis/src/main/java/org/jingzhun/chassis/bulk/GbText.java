package org.jingzhun.chassis.bulk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Turns GB 18030 into UTF-8. UTF-8 in the midst of it is refused, though most of it can be read as GB 18030, too: as
 * characters that nobody has in a name (涓枃 for 中文).
 */
final class GbText {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final CharsetDecoder decoder = TextEncoding.GB
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final Utf8Check utf8 = new Utf8Check();
    private final GbCheck gb = new GbCheck();
    private long offset;
    private long newlines;
    private long runFrom;
    private byte[] begun = new byte[0];

    /** @param newlines before the offset */
    GbText(long offset, long newlines) {
        this.offset = offset;
        this.newlines = newlines;
        this.runFrom = offset;
    }

    /**
     * The next part as UTF-8; a character that it only begins waits for the next one.
     *
     * @param count of the bytes; negative when the text has ended
     * @throws org.jingzhun.chassis.http.ProblemException 400 with the offset of the first bad byte
     */
    byte[] decode(byte[] bytes, int count) {
        if (offset == 0 && count >= 3 && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            throw refused(0);
        }
        check(bytes, Math.max(count, 0));
        if (count < 0) {
            gb.end();
            endRun();
        }
        if (gb.badAt() >= 0) {
            throw refused(gb.badAt());
        }
        ByteBuffer in = ByteBuffer.allocate(begun.length + Math.max(count, 0));
        in.put(begun).put(bytes, 0, Math.max(count, 0)).flip();
        long from = offset - in.limit();
        CharBuffer out = CharBuffer.allocate(in.limit());
        CoderResult result = decoder.decode(in, out, false);
        if (result.isError()) {
            throw refused(from + in.position());
        }
        begun = new byte[in.remaining()];
        in.get(begun);
        return out.flip().toString().getBytes(StandardCharsets.UTF_8);
    }

    private void check(byte[] bytes, int count) {
        for (int i = 0; i < count && gb.badAt() < 0; i++) {
            byte value = bytes[i];
            if (value == '\n') {
                newlines++;
            }
            boolean isPlain = value > 0 && gb.isBetweenCharacters();
            if (isPlain && runFrom == offset) {
                runFrom++;
            } else if (isPlain) {
                endRun();
                runFrom = offset + 1;
            } else {
                gb.take(value, offset);
                utf8.take(value, offset);
            }
            offset++;
        }
    }

    private void endRun() {
        if (utf8.isBetweenCharacters() && utf8.isWideInRun() && gb.isRareInRun()) {
            throw refused(runFrom);
        }
        utf8.reset();
        gb.endRun();
    }

    private RuntimeException refused(long badAt) {
        return TextBody.refused(badAt, newlines, TextEncoding.GB18030.label());
    }
}
