package org.jingzhun.acceptance.personal;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Counts people's numbers in what is written to it: id numbers anywhere, telephones as whole numbers. */
final class Looking extends OutputStream {

    private static final int ID_DIGITS = 17;
    private static final int PHONE_DIGITS = 11;
    private static final long ID_RANGE = 100_000_000_000_000_000L;

    private final Numbers numbers;
    private int digits;
    private long last;
    private long found;
    private long bytes;

    Looking(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public void write(int value) {
        int b = value & 0xFF;
        boolean isDigit = b >= '0' && b <= '9';
        bytes++;
        if (digits >= ID_DIGITS && (isDigit || b == 'X' || b == 'x') && numbers.hasId(last)) {
            found++;
        }
        if (isDigit) {
            last = (last * 10 + (b - '0')) % ID_RANGE;
            digits++;
            return;
        }
        if (digits == PHONE_DIGITS && numbers.hasPhone(last)) {
            found++;
        }
        digits = 0;
        last = 0;
    }

    /** What comes is the end of a value. */
    void end() {
        write('\n');
    }

    void look(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            write(b);
        }
        end();
    }

    long found() {
        return found;
    }

    long bytes() {
        return bytes;
    }
}
