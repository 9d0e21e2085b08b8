package org.jingzhun.identification.division;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.bulk.RowCheck;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;
import org.jingzhun.identification.access.Role;

/** Import of divisions; parents may come behind their children in the file. */
@ApplicationScoped
public class DivisionImport implements ImportKind {

    private static final String STAGING = "staged_division";
    private static final int NAME_LENGTH = 100;
    private static final Field<Long> CODE = Field.division("code");
    private static final Field<String> NAME = Field.text("name", NAME_LENGTH);
    private static final Field<Level> LEVEL = Field.enumeration("level", Level.class);
    private static final Field<Long> PARENT = Field.division("parent").optional();
    private static final Field<LocalDate> VALID_FROM = Field.date("validFrom");
    private static final Field<LocalDate> VALID_TO = Field.date("validTo").optional();
    private static final Field<Long> SUCCESSOR = Field.division("successor").optional();
    private static final Field<Boolean> POOR_VILLAGE =
            Field.bool("poorVillage").optional().notStaged();

    private static final Upsert MERGE = Upsert.into("division")
            .key("code")
            .columns("name", "level", "parent", "valid_from", "valid_to", "successor", "poor_village")
            .from(STAGING)
            .onUpdate("revision = division.revision + 1, changed_in = pg_current_xact_id()")
            .build();

    private final DivisionEvents events;

    DivisionImport(DivisionEvents events) {
        this.events = events;
    }

    @Override
    public String kind() {
        return "divisions";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SYSTEM);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(CODE, NAME, LEVEL, PARENT, VALID_FROM, VALID_TO, SUCCESSOR, POOR_VILLAGE)
                .computed("poor_village", CellType.BOOLEAN, row -> isPoorVillage(row))
                .within(CODE)
                .check(DivisionImport::check)
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/code", STAGING, "code"),
                Check.that(
                        "/parent",
                        "unknown-parent",
                        "s.parent is not null and not exists (select from division d where d.code = s.parent)"
                                + " and (s.import_id, s.parent) not in (select p.import_id, p.code from " + STAGING
                                + " p)"));
    }

    @Override
    public List<String> fills() {
        return List.of("division");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return MERGE.run(connection, lines);
    }

    @Override
    public void afterMerge(Connection connection, Lines lines) {
        events.publishChanged();
    }

    @Override
    public int linesAtOnce() {
        return Integer.MAX_VALUE;
    }

    private static boolean isPoorVillage(Row row) {
        return Boolean.TRUE.equals(row.find(POOR_VILLAGE));
    }

    private static void check(Row row, RowCheck.Verdict verdict) {
        Level level = row.get(LEVEL);
        Long parent = row.find(PARENT);
        if ((level == Level.PROVINCE) != (parent == null)) {
            verdict.reject(PARENT.pointer(), parent == null ? "parent-missing" : "parent-of-province");
        } else if (parent != null && !level.isBelow(row.get(CODE), parent)) {
            verdict.reject(PARENT.pointer(), "parent-not-above", DivisionCode.text(parent));
        }
        if (isPoorVillage(row) && level != Level.VILLAGE) {
            verdict.reject(POOR_VILLAGE.pointer(), "poor-village-level");
        }
        LocalDate validTo = row.find(VALID_TO);
        if (validTo != null && validTo.isBefore(row.get(VALID_FROM))) {
            verdict.reject(VALID_TO.pointer(), "ends-before-it-begins");
        }
    }
}
