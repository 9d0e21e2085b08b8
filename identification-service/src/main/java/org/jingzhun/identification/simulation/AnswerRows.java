package org.jingzhun.identification.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jingzhun.identification.assessment.ScoreChanges;
import org.postgresql.PGConnection;

/**
 * Streams the answers that count of one campaign in a range of villages out of the database, in the binary form of COPY.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, File Formats, Binary Format</a>
 */
final class AnswerRows extends OutputStream {

    /** Signature, flags and length of the extension. */
    private static final int HEADER = 19;

    private static final byte SIGNATURE = 'P';
    private static final int LENGTH = Integer.BYTES;
    private static final short TRAILER = -1;

    /** A county's households must fit, so that neither households nor second visits are looked up one by one. */
    private static final String ENOUGH_TO_HASH = "set local work_mem = '64MB'";

    private final Reader reader;
    private boolean isFirst = true;

    private AnswerRows(Reader reader) {
        this.reader = reader;
    }

    /** Takes one household. */
    @FunctionalInterface
    interface Reader {

        /** @param points by which appraisals adjusted the score beside the answers, up or down */
        void row(long idHigh, long idLow, long village, long low, long high, int points, int persons)
                throws IOException;
    }

    static void read(Connection connection, UUID campaign, long from, long to, Reader reader)
            throws SQLException, IOException {
        try (AnswerRows rows = new AnswerRows(reader);
                Statement settings = connection.createStatement()) {
            settings.execute(ENOUGH_TO_HASH);
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy(campaign, from, to), rows);
        }
    }

    @Override
    public void write(int single) {
        throw new UnsupportedOperationException("rows come as messages");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        read(ByteBuffer.wrap(bytes, offset, length).slice());
    }

    /** The header comes before the first row, in a message of its own or with it. */
    private void read(ByteBuffer message) throws IOException {
        if (isFirst && message.get(0) == SIGNATURE) {
            message.position(HEADER);
        }
        isFirst = false;
        while (message.hasRemaining()) {
            if (message.getShort() == TRAILER) {
                return;
            }
            skipLength(message);
            long idHigh = message.getLong();
            long idLow = message.getLong();
            skipLength(message);
            long village = message.getLong();
            skipLength(message);
            long low = message.getLong();
            skipLength(message);
            long high = message.getLong();
            skipLength(message);
            int points = message.getInt();
            skipLength(message);
            reader.row(idHigh, idLow, village, low, high, points, message.getInt());
        }
    }

    private static void skipLength(ByteBuffer message) {
        message.position(message.position() + LENGTH);
    }

    /**
     * As the view {@code candidate} has it: not vetoed, the second visit in place of the first, and what appraisals made of
     * its answers and score in place of what was answered. Few scores are changed, so that the changes are hashed.
     */
    private static String copy(UUID campaign, long from, long to) {
        return """
            copy (
              select a.household_id, a.village_code, coalesce(c.low, a.answers_low), coalesce(c.high, a.answers_high),
                     coalesce(c.points, 0)::integer, h.persons
              from assessment a
              left join (%4$s) c on c.assessment_id = a.id
              join household h on h.id = a.household_id and h.village_code = a.village_code
              where a.village_code between %1$d and %2$d and h.village_code between %1$d and %2$d
                and a.campaign_id = '%3$s' and h.persons > 0
                and (a.round = 'SECOND_VISIT'
                     or a.household_id not in (select s.household_id from assessment s
                                               where s.campaign_id = '%3$s' and s.round = 'SECOND_VISIT'
                                                 and s.village_code between %1$d and %2$d))
                and not exists (select from flag f where f.campaign_id = a.campaign_id
                                  and f.household_id = a.household_id and f.state = 'CONFIRMED')
            ) to stdout (format binary)
            """.formatted(
                from, to, campaign, ScoreChanges.inForce("s.village_code between %d and %d".formatted(from, to)));
    }
}
