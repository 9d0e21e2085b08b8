package org.jingzhun.identification.simulation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Scored households in a file of {@value #ROW} bytes each, so that memory does not grow with their number. The file has
 * no name of its own for long: it goes when it is closed.
 */
final class Spill implements AutoCloseable {

    private static final int ROW = 32;
    private static final int ROWS_AT_ONCE = 32_768;

    private final FileChannel file;
    private final ByteBuffer rows = ByteBuffer.allocate(ROW * ROWS_AT_ONCE);

    private Spill(FileChannel file) {
        this.file = file;
    }

    /** Takes one row. */
    @FunctionalInterface
    interface Reader {

        void row(long idHigh, long idLow, long village, int persons, int baseline, int simulated);
    }

    static Spill open() throws IOException {
        Path path = Files.createTempFile("simulation-", ".rows");
        return new Spill(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    void add(long idHigh, long idLow, long village, int persons, int baseline, int simulated) throws IOException {
        if (!rows.hasRemaining()) {
            flush();
        }
        rows.putLong(idHigh)
                .putLong(idLow)
                .putLong(village)
                .putInt(persons)
                .putShort((short) baseline)
                .putShort((short) simulated);
    }

    private void flush() throws IOException {
        rows.flip();
        while (rows.hasRemaining()) {
            file.write(rows);
        }
        rows.clear();
    }

    /** Reads all rows in the order in which they came; nothing can be added any more. */
    void forEach(Reader reader) throws IOException {
        flush();
        file.position(0);
        while (file.read(rows) >= 0) {
            rows.flip();
            while (rows.remaining() >= ROW) {
                reader.row(
                        rows.getLong(),
                        rows.getLong(),
                        rows.getLong(),
                        rows.getInt(),
                        rows.getShort(),
                        rows.getShort());
            }
            rows.compact();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
