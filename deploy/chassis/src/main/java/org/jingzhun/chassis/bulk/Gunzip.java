package org.jingzhun.chassis.bulk;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jingzhun.chassis.http.Problem;

/** Unpacks a gzip body and stops a bomb: a body that grows beyond all measure. */
final class Gunzip extends FilterInputStream {

    /** Rows compress by 10 to 50. */
    static final int RATIO_AT_MOST = 250;

    private static final long SMALL = 16L * 1024 * 1024;

    private final Counted packed;
    private final long bytesAtMost;
    private long unpacked;

    private Gunzip(Counted packed, long bytesAtMost) throws IOException {
        super(new GZIPInputStream(packed, 64 * 1024));
        this.packed = packed;
        this.bytesAtMost = bytesAtMost;
    }

    static InputStream of(InputStream body, long bytesAtMost) throws IOException {
        try {
            return new Gunzip(new Counted(body), bytesAtMost);
        } catch (ZipException | EOFException noGzip) {
            throw broken();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(bytes, offset, length);
        } catch (ZipException | EOFException damaged) {
            throw broken();
        }
        unpacked += Math.max(count, 0);
        if (unpacked > bytesAtMost || (unpacked > SMALL && unpacked > packed.count * RATIO_AT_MOST)) {
            throw Problem.of(413, "import-bomb", bytesAtMost, RATIO_AT_MOST).asException();
        }
        return count;
    }

    private static RuntimeException broken() {
        return Problem.of(400, "import-body-broken", 0, "gzip").asException();
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
