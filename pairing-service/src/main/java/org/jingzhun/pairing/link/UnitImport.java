package org.jingzhun.pairing.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Coordinates;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.announcing.Announcing;
import org.jingzhun.pairing.helper.UnitLevel;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.PolicyVersion;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.LinkChanged;

/**
 * Import of units. Where a village is given, the unit is linked to it. A unit helps in the county of its village, else
 * in the division given, else in the importer's area.
 */
@ApplicationScoped
public class UnitImport implements ImportKind {

    private static final String STAGING = "staged_unit";
    private static final int NAME_LENGTH = 100;
    private static final Field<UUID> ID = Field.uuid("id");
    private static final Field<String> NAME = Field.text("name", NAME_LENGTH);
    private static final Field<UnitLevel> LEVEL = Field.enumeration("level", UnitLevel.class);
    private static final Field<Long> VILLAGE = Field.division("villageCode").optional();
    private static final Field<Long> DIVISION = Field.division("division").optional();

    private static final Field<Long> SEAT = Field.division("seat").optional();

    private static final Upsert MERGE = Upsert.into("unit")
            .key("id")
            .columns("name", "level", "seat")
            .column("latitude", "s.latitude::numeric")
            .column("longitude", "s.longitude::numeric")
            .column(
                    "division",
                    "coalesce(s.village_code / 1000000 * 1000000, s.division,"
                            + " current_setting('jingzhun.area_from')::bigint)")
            .from(STAGING)
            .onUpdate("revision = unit.revision + 1")
            .build();

    private static final String LINK = "insert into link (id, kind, unit_id, division, since)"
            + " select uuidv7(), 'UNIT_VILLAGE', s.id, s.village_code, ? from " + STAGING + " s where "
            + Lines.CONDITION + " and s.village_code is not null order by s.line"
            + " on conflict do nothing returning id, unit_id, division, since, state, revision";

    private static final String HELPERS_FOLLOW = "update helper set division = unit.division from unit, " + STAGING
            + " s where " + Lines.CONDITION + " and unit.id = s.id and helper.unit_id = unit.id"
            + " and helper.division <> unit.division";

    private final Policies policies;
    private final Announcing announcing;
    private final Clock clock;

    UnitImport(Policies policies, Announcing announcing, Clock clock) {
        this.policies = policies;
        this.announcing = announcing;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "units";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SYSTEM);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(ID, NAME, LEVEL, VILLAGE, DIVISION, SEAT, Coordinates.LATITUDE, Coordinates.LONGITUDE)
                .within(VILLAGE)
                .check(Coordinates::requireBothOrNone)
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/id", STAGING, "id"),
                Check.that(
                        "/villageCode",
                        "unknown-village",
                        "s.village_code is not null and not exists (select from observed_division d"
                                + " where d.code = s.village_code and d.level = 'VILLAGE')"),
                new Check(
                        "/villageCode",
                        "link-limit",
                        "s.village_code is not null and standing_links_of('UNIT_VILLAGE', s.id, null)"
                                + " - (select count(*) from link where link.unit_id = s.id and link.kind = 'UNIT_VILLAGE'"
                                + " and link.until is null and link.division = s.village_code) >= "
                                + limit(),
                        List.of(limit() + "::text")));
    }

    private String limit() {
        PolicyVersion limits = policies.villagesPerUnit.on(Clocks.today(clock));
        return Arrays.stream(UnitLevel.values())
                .map(level -> "when '" + level + "' then " + limits.get(level))
                .collect(Collectors.joining(" ", "(case s.level ", " end)"));
    }

    @Override
    public List<String> fills() {
        return List.of("unit", "link");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return MERGE.run(connection, lines);
    }

    @Override
    public void afterMerge(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement link = connection.prepareStatement(LINK)) {
            link.setDate(1, Date.valueOf(Clocks.today(clock)));
            lines.bind(link, 2);
            announcing.tell(made(link));
        }
        try (PreparedStatement follow = connection.prepareStatement(HELPERS_FOLLOW)) {
            lines.bind(follow, 1);
            follow.executeUpdate();
        }
    }

    private static List<LinkChanged> made(PreparedStatement statement) throws SQLException {
        List<LinkChanged> made = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                made.add(new LinkChanged(
                        Announcement.Type.LINK_MADE,
                        row.getObject("id", UUID.class),
                        LinkKind.UNIT_VILLAGE.name(),
                        row.getString("division"),
                        row.getObject("unit_id", UUID.class),
                        null,
                        null,
                        null,
                        row.getObject("since", LocalDate.class),
                        null,
                        null,
                        row.getString("state"),
                        row.getLong("revision")));
            }
        }
        return made;
    }
}
