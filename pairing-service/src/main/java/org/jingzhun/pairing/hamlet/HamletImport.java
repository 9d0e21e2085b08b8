package org.jingzhun.pairing.hamlet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.jingzhun.pairing.access.Coordinates;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;

/** Import of hamlets: where each lies, and which it adjoins. */
@ApplicationScoped
public class HamletImport implements ImportKind {

    private static final String STAGING = "staged_hamlet";
    private static final int NAME_LENGTH = 100;
    private static final int NEIGHBOUR_LENGTH = NAME_LENGTH + 13;
    private static final int MOST_NEIGHBOURS = 20;
    private static final Pattern NEIGHBOUR = Pattern.compile("[^/]+|[1-9]\\d{11}/[^/]+");
    private static final Field<Long> VILLAGE = Field.division("villageCode");
    private static final Field<String> NAME = Field.text("name", NAME_LENGTH);
    private static final Field<List<String>> NEIGHBOURS =
            Field.texts("neighbours", 0, MOST_NEIGHBOURS, NEIGHBOUR_LENGTH).optional();

    private static final Upsert MERGE = Upsert.into("hamlet")
            .key("village_code", "name")
            .column("latitude", "s.latitude::numeric")
            .column("longitude", "s.longitude::numeric")
            .column("neighbours", "coalesce(s.neighbours, '{}')")
            .from(STAGING)
            .onUpdate("revision = hamlet.revision + 1")
            .build();

    @Override
    public String kind() {
        return "hamlets";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SYSTEM);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(VILLAGE, NAME, Coordinates.LATITUDE, Coordinates.LONGITUDE, NEIGHBOURS)
                .within(VILLAGE)
                .check(HamletImport::check)
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/name", STAGING, "village_code", "name"),
                Check.that(
                        "/villageCode",
                        "unknown-village",
                        "not exists (select from observed_division d where d.code = s.village_code and d.level = 'VILLAGE')"));
    }

    @Override
    public List<String> fills() {
        return List.of("hamlet");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return MERGE.run(connection, lines);
    }

    private static void check(Row row, RowCheck.Verdict verdict) {
        Divisions.requireVillage(VILLAGE, row, verdict);
        Coordinates.requireBothOrNone(row, verdict);
        List<String> neighbours = row.find(NEIGHBOURS);
        if (neighbours != null
                && !neighbours.stream().allMatch(each -> NEIGHBOUR.matcher(each).matches())) {
            verdict.reject(NEIGHBOURS.pointer(), "no-neighbour");
        }
    }
}
