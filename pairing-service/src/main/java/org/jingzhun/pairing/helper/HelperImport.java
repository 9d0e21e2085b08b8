package org.jingzhun.pairing.helper;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.cause.Cause;

/** Import of helpers; their units must be there already. */
@ApplicationScoped
public class HelperImport implements ImportKind {

    private static final String STAGING = "staged_helper";
    private static final int NAME_LENGTH = 100;
    private static final Field<UUID> ID = Field.uuid("id");
    private static final Field<String> NAME = Field.text("name", NAME_LENGTH);
    private static final Field<UUID> UNIT = Field.uuid("unitId");
    private static final Field<String> POST = Field.text("post", NAME_LENGTH);
    private static final Field<Rank> RANK = Field.enumeration("rank", Rank.class);
    private static final Field<List<Cause>> SKILLS =
            Field.enumerations("skills", Cause.class, 0, Cause.values().length).optional();
    private static final Field<Long> HOME = Field.division("homeVillage").optional();
    private static final Field<String> ETHNICITY =
            Field.text("ethnicity", Pattern.compile("\\d{2}"), "06").optional();

    private static final Field<String> HAMLET =
            Field.text("homeHamlet", NAME_LENGTH).optional();
    private static final Field<Long> DECIDES_IN = Field.division("decidesIn").optional();

    private static final Field<List<Calling>> CALLINGS = Field.enumerations(
                    "callings", Calling.class, 0, Calling.values().length)
            .optional();

    private static final Upsert MERGE = Upsert.into("helper")
            .key("id")
            .columns("name", "unit_id", "post", "rank", "home_village", "ethnicity", "home_hamlet", "decides_in")
            .column("skills", "coalesce(s.skills, '{}')")
            .column("callings", "coalesce(s.callings, '{}')")
            .column("division", "unit.division")
            .from(STAGING, "join unit on unit.id = s.unit_id")
            .onUpdate("revision = helper.revision + 1")
            .build();

    @Override
    public String kind() {
        return "helpers";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SYSTEM);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(ID, NAME, UNIT, POST, RANK, SKILLS, HOME, ETHNICITY, HAMLET, DECIDES_IN, CALLINGS)
                .check((row, verdict) -> Divisions.requireVillage(HOME, row, verdict))
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/id", STAGING, "id"),
                Check.that(
                        "/unitId",
                        "unknown-unit",
                        "not exists (select from unit where unit.id = s.unit_id and in_area(unit.division))"));
    }

    @Override
    public List<String> fills() {
        return List.of("helper");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return MERGE.run(connection, lines);
    }
}
