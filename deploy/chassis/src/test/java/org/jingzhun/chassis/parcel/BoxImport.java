package org.jingzhun.chassis.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.FreshLines;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;

/** Boxes, whose imports take the short way as long as all are new, and leave a trace of it. */
@ApplicationScoped
public class BoxImport implements ImportKind {

    private static final int LINES_AT_ONCE = 100;

    /** The second of two chunks that are under way together locks a shelf, and counts this down before the first needs it. */
    public static final AtomicReference<Optional<CountDownLatch>> CONTENTION = new AtomicReference<>(Optional.empty());

    private static final long FIRST_OF_TWO = LINES_AT_ONCE / 10 + 1;
    private static final long SECOND_OF_TWO = FIRST_OF_TWO + LINES_AT_ONCE;

    private static final RowFormat FORMAT = RowFormat.stagedIn("staging_box")
            .fields(
                    Field.uuid("id"),
                    Field.text("label", 40),
                    Field.text("shelf", 10),
                    Field.integer("weight", 0, 1000))
            .build();

    private static final Upsert UPSERT = Upsert.into("box")
            .from("staging_box", "join box_shelf b on b.name = s.shelf")
            .key("id")
            .columns("label", "shelf", "weight")
            .build();

    private static final Check HEAVY =
            new Check("/weight", "too-heavy", "s.shelf = 'A1' and s.weight = 400", List.of("'399'"));

    @Override
    public String kind() {
        return "boxes";
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
        return List.of(
                Check.unrepeated("/id", "staging_box", "id"),
                Check.unrepeated("/label", "staging_box", "label"),
                Check.that("/shelf", "unknown-village", "not exists (select from box_shelf b where b.name = s.shelf)"),
                HEAVY);
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return UPSERT.run(connection, lines);
    }

    @Override
    public Optional<FreshLines> fresh() {
        return Optional.of(new FreshBoxes());
    }

    @Override
    public int linesAtOnce() {
        return LINES_AT_ONCE;
    }

    private static final class FreshBoxes implements FreshLines {

        @Override
        public List<Check> checks() {
            return List.of(HEAVY);
        }

        @Override
        public long insert(Connection connection, Lines lines) throws SQLException {
            Optional<CountDownLatch> contention = CONTENTION.get();
            if (contention.isPresent() && lines.from() == SECOND_OF_TWO) {
                countShelf(connection);
                contention.get().countDown();
            } else if (contention.isPresent() && lines.from() == FIRST_OF_TWO) {
                await(contention.get());
                countShelf(connection);
            }
            return UPSERT.insert(connection, lines);
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("The chunk behind did not come");
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        private static void countShelf(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("update box_shelf set boxes = boxes + 1 where name = 'A1'");
            }
        }

        @Override
        public void afterInsert(Connection connection, Lines lines) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into merged_lines (import_id, from_line, to_line) values (?, ?, ?)")) {
                lines.bind(insert, 1);
                insert.executeUpdate();
            }
        }
    }
}
