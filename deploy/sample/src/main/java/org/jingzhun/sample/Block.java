package org.jingzhun.sample;

import java.util.Arrays;
import java.util.zip.Deflater;

/** The rows of one village for one file, and the same compressed. */
record Block(Lines plain, Packed packed) {

    Block() {
        this(new Lines(), new Packed());
    }

    void clear() {
        plain.clear();
        packed.length = 0;
    }

    /** Compressed bytes that end on a byte boundary and can be followed by others. */
    static final class Packed {
        private byte[] bytes = new byte[0];
        private int length;

        byte[] bytes() {
            return bytes;
        }

        int length() {
            return length;
        }

        void pack(Lines plain, Deflater deflater) {
            length = 0;
            if (plain.length() == 0) {
                return;
            }
            if (bytes.length < plain.length() / 2) {
                bytes = new byte[plain.length() / 2];
            }
            deflater.reset();
            deflater.setInput(plain.bytes(), 0, plain.length());
            while (true) {
                if (bytes.length - length < 1024) {
                    bytes = Arrays.copyOf(bytes, bytes.length * 2 + 4096);
                }
                int count = deflater.deflate(bytes, length, bytes.length - length, Deflater.SYNC_FLUSH);
                length += count;
                if (length < bytes.length) {
                    return;
                }
            }
        }
    }
}
