package org.jingzhun.chassis.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;

/** Crates, which are not parcels, and are merged two chunks at a time. */
@ApplicationScoped
public class CrateImport implements ImportKind {

    private static final Field<Integer> PACKED_IN = Field.integer("packedIn", 1900, 2100);
    private static final RowFormat FORMAT = RowFormat.stagedIn("staging_crate")
            .fields(Field.uuid("id"), Field.text("shelf", 10), PACKED_IN)
            .ofOneYear(PACKED_IN)
            .build();

    private static final Upsert UPSERT = Upsert.into("crate")
            .from("staging_crate")
            .key("id")
            .columns("shelf", "packed_in")
            .build();

    private static final int LINES_AT_ONCE = 100;

    /** How many of the next chunks fail for a reason outside of the data. */
    public static final AtomicInteger INTERRUPTIONS = new AtomicInteger();

    /** A chunk that begins behind this line fails while interruptions are left. */
    private static final long INTERRUPTED_BEHIND = 2 * LINES_AT_ONCE;

    @Override
    public String kind() {
        return "crates";
    }

    @Override
    public Set<String> roles() {
        return Set.of("county-officer");
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return FORMAT;
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.unrepeated("/id", "staging_crate", "id"));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return UPSERT.run(connection, lines);
    }

    @Override
    public void afterMerge(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into merged_lines (import_id, from_line, to_line) values (?, ?, ?)")) {
            lines.bind(insert, 1);
            insert.executeUpdate();
        }
        if (lines.from() > INTERRUPTED_BEHIND && INTERRUPTIONS.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("The power went out");
        }
    }

    @Override
    public int linesAtOnce() {
        return LINES_AT_ONCE;
    }

    @Override
    public boolean overlaps() {
        return true;
    }
}
