package org.jingzhun.acceptance.personal;

import java.io.OutputStream;

/** Takes lines of hexadecimal digits, and hands on the bytes that they stand for. */
final class HexBytes extends OutputStream {

    private static final int RADIX = 16;
    private static final int NONE = -1;

    private final Looking into;
    private int high = NONE;

    HexBytes(Looking into) {
        this.into = into;
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        for (int at = offset; at < offset + count; at++) {
            write(from[at]);
        }
    }

    @Override
    public void write(int value) {
        int digit = Character.digit(value, RADIX);
        if (digit < 0) {
            into.end();
            high = NONE;
        } else if (high == NONE) {
            high = digit;
        } else {
            into.write(high * RADIX + digit);
            high = NONE;
        }
    }
}
