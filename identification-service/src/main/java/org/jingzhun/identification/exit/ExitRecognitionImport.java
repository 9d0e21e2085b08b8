package org.jingzhun.identification.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.identification.access.Role;

/** Import of double recognitions (双认定): who signed for each household, and who for the team. */
@ApplicationScoped
public class ExitRecognitionImport implements ImportKind {

    private static final String STAGING = "staged_exit_recognition";
    private static final Field<UUID> HOUSEHOLD_ID = Field.uuid("householdId");
    private static final Field<Integer> YEAR = Field.integer("year", ExitImport.FIRST_YEAR, ExitImport.LAST_YEAR);
    private static final Field<String> RECOGNISED_BY = Field.text("recognisedBy", Recognition.LONGEST_NAME);
    private static final Field<List<String>> CERTIFIED_BY = Field.texts(
            "certifiedBy", Recognition.FEWEST_CERTIFIERS, Recognition.MOST_CERTIFIERS, Recognition.LONGEST_NAME);
    private static final Field<LocalDate> RECOGNISED_ON = Field.date("recognisedOn");

    private static final String MERGE = """
            with merged as (
              update exit_case x set recognised_by = s.recognised_by, certified_by = s.certified_by,
                recognised_on = s.recognised_on, revision = x.revision + 1
              from %s s
              where %s and x.household_id = s.household_id and x.year = s.year and x.stage = 'VERIFIED'
                and (x.recognised_by, x.certified_by, x.recognised_on)
                    is distinct from (s.recognised_by, s.certified_by, s.recognised_on)
              returning 1)
            select (select count(*) from merged), (select count(*) from %s s where %s)
            """.formatted(STAGING, Lines.CONDITION, STAGING, Lines.CONDITION);

    @Override
    public String kind() {
        return "exit-recognitions";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(HOUSEHOLD_ID, YEAR, RECOGNISED_BY, CERTIFIED_BY, RECOGNISED_ON)
                .ofYear(YEAR)
                .check((row, verdict) -> {
                    if (row.get(CERTIFIED_BY).contains(row.get(RECOGNISED_BY))) {
                        verdict.reject(CERTIFIED_BY.pointer(), "signed-for-both");
                    }
                })
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/householdId", STAGING, "household_id", "year"),
                new Check("/householdId", "no-verified-exit", """
                        not exists (select from exit_case x
                          where x.household_id = s.household_id and x.year = s.year and x.stage = 'VERIFIED')""", List.of("s.year::text")));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            lines.bind(merge, lines.bind(merge, 1));
            try (var row = merge.executeQuery()) {
                row.next();
                return new Merged(0, row.getLong(1), row.getLong(2) - row.getLong(1));
            }
        }
    }
}
