package org.jingzhun.chassis.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;

/** Parcels. Villages whose code ends in 999 do not exist. */
@ApplicationScoped
public class ParcelImport implements ImportKind {

    public static final int LINES_AT_ONCE = 1000;

    public enum Size {
        SMALL,
        LARGE
    }

    private static final Field<UUID> ID = Field.uuid("id");
    private static final Field<Long> VILLAGE = Field.division("villageCode");
    private static final Field<String> LABEL = Field.text("label", 40);
    private static final Field<String> OWNER =
            Field.text("owner", Pattern.compile("[A-Z]{2}\\d{4}"), "AB1234").notStaged();
    private static final Field<Integer> WEIGHT = Field.integer("weight", 0, 1000);
    private static final Field<LocalDate> SENT_ON = Field.date("sentOn").optional();
    private static final Field<Long> PRICE = Field.money("price").optional();
    private static final Field<Size> SIZE =
            Field.enumeration("size", Size.class).optional();
    private static final Field<List<String>> TAGS =
            Field.texts("tags", 0, 3, 10).optional();
    private static final Field<Boolean> FRAGILE = Field.bool("fragile").optional();

    private static final RowFormat FORMAT = RowFormat.stagedIn("staging_parcel")
            .fields(ID, VILLAGE, LABEL, OWNER, WEIGHT, SENT_ON, PRICE, SIZE, TAGS, FRAGILE)
            .computed("owner_hash", CellType.BYTES, row -> row.get(OWNER).getBytes(StandardCharsets.UTF_8))
            .within(VILLAGE)
            .ofYearOf(SENT_ON)
            .check((row, verdict) -> {
                if (row.find(SIZE) == Size.SMALL && row.get(WEIGHT) > 500) {
                    verdict.reject("/weight", "too-heavy", 500);
                }
            })
            .build();

    private static final Upsert UPSERT = Upsert.into("parcel")
            .from("staging_parcel")
            .key("id")
            .columns("village_code", "label", "owner_hash", "weight", "sent_on", "price", "size", "tags", "fragile")
            .onUpdate("revision = parcel.revision + 1")
            .build();

    /** How many of the next chunks fail for a reason outside of the data. */
    public static final AtomicInteger INTERRUPTIONS = new AtomicInteger();

    /** The chunk that begins here fails while interruptions are left. */
    public static final long INTERRUPTED_LINE = 2 * LINES_AT_ONCE + 1;

    public static RowFormat format() {
        return FORMAT;
    }

    @Override
    public String kind() {
        return "parcels";
    }

    @Override
    public Set<String> roles() {
        return Set.of("county-officer", "system");
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        if (parameters.find("size").isPresent()) {
            var unused = parameters.get("size", Size.class);
        }
        return FORMAT;
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.that("/villageCode", "unknown-village", "s.village_code % 1000 = 999"),
                Check.unrepeated("/id", "staging_parcel", "id"));
    }

    @Override
    public List<String> fills() {
        return List.of("parcel");
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
        if (lines.from() == INTERRUPTED_LINE && INTERRUPTIONS.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("The power went out");
        }
    }

    @Override
    public int linesAtOnce() {
        return LINES_AT_ONCE;
    }
}
