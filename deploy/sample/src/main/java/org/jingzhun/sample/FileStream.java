package org.jingzhun.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * One file of the sample while it is written. Compressed files are one gzip member put together from blocks that were
 * compressed apart, each ended on a byte boundary.
 */
final class FileStream implements Closeable {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] LAST_BLOCK = {3, 0};

    private final OutputStream out;
    private final boolean gzip;
    private final CRC32 sum = new CRC32();
    private long size;
    private long rows;

    FileStream(Path file, boolean gzip) throws IOException {
        this.out = Files.newOutputStream(file);
        this.gzip = gzip;
        if (gzip) {
            out.write(HEADER);
        }
    }

    void write(Block block) throws IOException {
        rows += block.plain().rows();
        if (gzip) {
            sum.update(block.plain().bytes(), 0, block.plain().length());
            size += block.plain().length();
            out.write(block.packed().bytes(), 0, block.packed().length());
        } else {
            out.write(block.plain().bytes(), 0, block.plain().length());
        }
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (gzip) {
                out.write(LAST_BLOCK);
                littleEndian(sum.getValue());
                littleEndian(size);
            }
        }
    }

    private void littleEndian(long number) throws IOException {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (number >>> shift) & 0xFF);
        }
    }
}
