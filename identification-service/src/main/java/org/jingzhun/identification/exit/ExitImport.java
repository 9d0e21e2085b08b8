package org.jingzhun.identification.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.ImportSummary;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.access.Role;

/** Import of exit plans: thousands of households of a county with one file. */
@ApplicationScoped
public class ExitImport implements ImportKind {

    static final int FIRST_YEAR = 2014;
    static final int LAST_YEAR = 2100;

    private static final String STAGING = "staged_exit";
    private static final Field<UUID> HOUSEHOLD_ID = Field.uuid("householdId");
    private static final Field<Integer> YEAR = Field.integer("year", FIRST_YEAR, LAST_YEAR);
    private static final String STANDARD = ExitStandards.inForce("'HOUSEHOLD'", "e.village_code", "s.year");

    private static final String MERGE = """
            with merged as (
              insert into exit_case (id, subject, household_id, place_code, year, standard, planned_by, planned_name,
                                     planned_at)
              select uuidv7(), 'HOUSEHOLD', s.household_id, e.village_code, s.year, %s, ?, ?, ?
              from %s s join register_entry e on e.household_id = s.household_id
              where %s and not exists (select from exit_case x where x.household_id = s.household_id and x.year = s.year
                                                                 and x.stage <> 'WITHDRAWN')
              on conflict do nothing
              returning 1)
            select (select count(*) from merged), (select count(*) from %s s where %s)
            """.formatted(STANDARD, STAGING, Lines.CONDITION, STAGING, Lines.CONDITION);

    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ExitImport(CurrentCaller caller, Audit audit, Clock clock) {
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "exits";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(HOUSEHOLD_ID, YEAR)
                .ofYear(YEAR)
                .build();
    }

    @Override
    public List<Check> checks() {
        String entry = "left join register_entry e on e.household_id = s.household_id";
        String planned = " and not exists (select from exit_case x where x.household_id = s.household_id"
                + " and x.year = s.year and x.stage <> 'WITHDRAWN')";
        return List.of(
                Check.unrepeated("/householdId", STAGING, "household_id"),
                new Check("/householdId", "exit-unknown-subject", "e.household_id is null", List.of(), entry),
                new Check(
                        "/householdId",
                        "not-poor",
                        "e.status not in ('POOR', 'RETURNED')" + planned,
                        List.of("e.status"),
                        entry),
                new Check(
                        "/year",
                        "year-of-entry",
                        "e.entry_year >= s.year",
                        List.of("e.entry_year::text", "s.year::text"),
                        entry),
                new Check(
                        "/year",
                        "plan-fixed",
                        Planning.FIXED.formatted("e.village_code", "s.year") + planned,
                        List.of("s.year::text"),
                        entry),
                new Check("/year", "no-exit-standard", STANDARD + " is null", List.of("s.year::text"), entry),
                Check.that("/householdId", "exit-planned", """
                        exists (select from exit_case x where x.household_id = s.household_id
                          and x.stage not in ('EXITED', 'WITHDRAWN') and x.year <> s.year)"""));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        Caller acting = caller.get();
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setString(1, acting.subject());
            merge.setString(2, acting.name());
            merge.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            lines.bind(merge, lines.bind(merge, 4));
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                long planned = row.getLong(1);
                return new Merged(planned, 0, row.getLong(2) - planned);
            }
        }
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) throws SQLException {
        audit.record(AuditEntry.of("exits-planned", "import", all.importId()).with("planned", summary.inserted()));
    }
}
