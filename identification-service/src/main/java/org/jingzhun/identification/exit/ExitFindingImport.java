package org.jingzhun.identification.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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
import org.jingzhun.identification.povertyline.PovertyLines;
import org.jingzhun.identification.povertyline.Purpose;

/**
 * Import of what checks of households found, one row a criterion: before the exit for its year, after it for a later
 * year by the standard of the exit's year.
 */
@ApplicationScoped
public class ExitFindingImport implements ImportKind {

    private static final String STAGING = "staged_exit_finding";
    private static final Field<UUID> HOUSEHOLD_ID = Field.uuid("householdId");
    private static final Field<Integer> YEAR = Field.integer("year", ExitImport.FIRST_YEAR, ExitImport.LAST_YEAR);
    private static final Field<String> CRITERION =
            Field.text("criterion", Pattern.compile("[A-Z][A-Z_]{0,40}"), "HOUSING");
    private static final Field<Boolean> MET = Field.bool("met").optional();
    private static final Field<Long> VALUE = Field.money("value").optional().stagedAs("value_hundredths");
    private static final Field<List<String>> EVIDENCE = Field.texts(
                    "evidence", 0, Finding.MOST_EVIDENCE, Finding.LONGEST_EVIDENCE)
            .optional();
    private static final Field<String> NOTE =
            Field.text("note", Finding.LONGEST_NOTE).optional();

    /** The exit of a row's household that can be checked for the row's year. */
    private static final String EXIT = """
            left join lateral (
              select x.id, x.standard, x.place_code from exit_case x
              where x.household_id = s.household_id
                and (x.year = s.year and x.stage in ('PLANNED', 'APPRAISED')
                     or x.year < s.year and x.stage = 'EXITED'
                        and exists (select from register_entry e
                                    where e.household_id = s.household_id and e.status = 'EXITED'))
              order by x.year desc, x.id desc limit 1) x on true""";

    private static final String CRITERION_OF =
            EXIT + " left join exit_criterion k on k.standard = x.standard and k.code = s.criterion";

    private static final String FOUND = """
            select x.id as exit_id, s.year, s.criterion, s.met as stated, s.value_hundredths / 100.0 as value,
                   coalesce(s.evidence, '{}') as evidence, s.note
            from %s s %s where %s""".formatted(STAGING, EXIT, Lines.CONDITION);

    private static final String MERGE =
            "with merged as (" + Findings.KEEP.replace("{found}", FOUND).replaceAll("\\{(by|name|at)}", "?")
                    + " returning (xmax = 0) as is_new) select count(*) filter (where is_new), count(*)"
                    + " filter (where not is_new), (select count(*) from " + STAGING + " s where " + Lines.CONDITION
                    + ") from merged";

    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ExitFindingImport(CurrentCaller caller, Audit audit, Clock clock) {
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "exit-findings";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(HOUSEHOLD_ID, YEAR, CRITERION, MET, VALUE, EVIDENCE, NOTE)
                .ofYear(YEAR)
                .build();
    }

    @Override
    public List<Check> checks() {
        String line = PovertyLines.inForce(Purpose.EXIT, "s.year", "x.place_code");
        return List.of(
                Check.unrepeated("/criterion", STAGING, "household_id", "year", "criterion"),
                new Check("/householdId", "no-open-exit", "x.id is null", List.of("s.year::text"), EXIT),
                new Check(
                        "/criterion",
                        "unknown-criterion",
                        "k.code is null",
                        List.of("x.standard", "s.criterion"),
                        CRITERION_OF),
                new Check(
                        "/value",
                        "finding-value-missing",
                        "case when k.comparison = 'STATED' then s.met is null else s.value_hundredths is null end",
                        List.of("s.criterion"),
                        CRITERION_OF),
                new Check(
                        "/year",
                        "no-poverty-line",
                        "k.comparison = 'ABOVE_LINE' and not exists (select from " + line + " l)",
                        List.of("s.year::text"),
                        CRITERION_OF));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        Caller acting = caller.get();
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setString(1, acting.subject());
            merge.setString(2, acting.name());
            merge.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            lines.bind(merge, lines.bind(merge, 4));
            try (var row = merge.executeQuery()) {
                row.next();
                return new Merged(row.getLong(1), row.getLong(2), row.getLong(3) - row.getLong(1) - row.getLong(2));
            }
        }
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) throws SQLException {
        audit.record(AuditEntry.of("exits-checked", "import", all.importId())
                .with("findings", summary.inserted() + summary.updated()));
    }
}
