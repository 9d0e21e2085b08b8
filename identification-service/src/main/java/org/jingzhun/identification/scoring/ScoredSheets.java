package org.jingzhun.identification.scoring;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.postgresql.PGConnection;

/**
 * The answers of some villages as they stream out of the database in the binary form of COPY, each scored as it comes.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, File Formats, Binary Format</a>
 */
final class ScoredSheets extends OutputStream {

    /** Signature, flags and length of the extension. */
    private static final int HEADER = 19;

    private static final byte SIGNATURE = 'P';
    private static final short TRAILER = -1;
    private static final int FIRST_ROOM = 4_096;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int HEX_DIGITS = 32;

    private final ScoreWriter.Cards cards;
    private final List<UUID> faulty = new ArrayList<>();
    private byte[] assessments = new byte[FIRST_ROOM * (HEX_DIGITS + 1)];
    private byte[] households = new byte[FIRST_ROOM * (HEX_DIGITS + 1)];
    private long[] villages = new long[FIRST_ROOM];
    private int[] scores = new int[FIRST_ROOM];
    private int rows;
    private int changed;
    private boolean isFirst = true;

    ScoredSheets(ScoreWriter.Cards cards) {
        this.cards = cards;
    }

    void read(Connection connection, UUID campaign, long from, long to) throws SQLException, IOException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut("""
                        copy (select id, household_id, village_code, answers_low, answers_high from assessment
                              where village_code between %d and %d and campaign_id = '%s') to stdout (format binary)
                        """.formatted(from, to, campaign), this);
    }

    boolean isEmpty() {
        return rows == 0;
    }

    ScoreWriter.Written written() {
        return new ScoreWriter.Written(rows, changed, faulty);
    }

    /** As an array of PostgreSQL, likewise the households. */
    String assessments() {
        return array(assessments);
    }

    String households() {
        return array(households);
    }

    long[] villages() {
        return Arrays.copyOf(villages, rows);
    }

    int[] scores() {
        return Arrays.copyOf(scores, rows);
    }

    @Override
    public void write(int single) {
        throw new UnsupportedOperationException("rows come as messages");
    }

    /** The header comes before the first row, in a message of its own or with it. */
    @Override
    public void write(byte[] bytes, int offset, int length) {
        ByteBuffer message = ByteBuffer.wrap(bytes, offset, length).slice();
        if (isFirst && message.get(0) == SIGNATURE) {
            message.position(HEADER);
        }
        isFirst = false;
        while (message.hasRemaining() && message.getShort() != TRAILER) {
            add(message);
        }
    }

    private void add(ByteBuffer row) {
        if (rows == scores.length) {
            grow();
        }
        skipLength(row);
        long idHigh = row.getLong();
        long idLow = row.getLong();
        hex(assessments, idHigh, idLow);
        skipLength(row);
        hex(households, row.getLong(), row.getLong());
        skipLength(row);
        villages[rows] = row.getLong();
        skipLength(row);
        long low = row.getLong();
        skipLength(row);
        long high = row.getLong();
        int score = cards.after().score(low, high);
        if (score == ScoreTable.FAULTY) {
            faulty.add(new UUID(idHigh, idLow));
            return;
        }
        scores[rows++] = score;
        changed += score == cards.before().score(low, high) ? 0 : 1;
    }

    private static void skipLength(ByteBuffer row) {
        row.position(row.position() + Integer.BYTES);
    }

    private void grow() {
        int room = rows * 2;
        assessments = Arrays.copyOf(assessments, room * (HEX_DIGITS + 1));
        households = Arrays.copyOf(households, room * (HEX_DIGITS + 1));
        villages = Arrays.copyOf(villages, room);
        scores = Arrays.copyOf(scores, room);
    }

    /** Writes an id behind a comma, or the brace that opens the array, at the place of the row. */
    private void hex(byte[] into, long high, long low) {
        int place = rows * (HEX_DIGITS + 1);
        into[place++] = (byte) (rows == 0 ? '{' : ',');
        for (int shift = Long.SIZE - Integer.BYTES; shift >= 0; shift -= Integer.BYTES) {
            into[place + HEX_DIGITS / 2] = HEX[(int) (low >>> shift) & 0xf];
            into[place++] = HEX[(int) (high >>> shift) & 0xf];
        }
    }

    private String array(byte[] ids) {
        return new String(ids, 0, rows * (HEX_DIGITS + 1), StandardCharsets.ISO_8859_1) + "}";
    }
}
