package org.jingzhun.identification.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.ImportSummary;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.bulk.RowCheck;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.access.Role;

/**
 * Import of what checkers found of sampled households, by the same rules as single findings. What was found otherwise
 * before is replaced one by one, since the client must have seen it.
 */
@ApplicationScoped
public class QualityFindingImport implements ImportKind {

    private static final String STAGING = "staged_quality_finding";
    private static final Field<UUID> CHECK_ID = Field.uuid("checkId");
    private static final Field<UUID> HOUSEHOLD_ID = Field.uuid("householdId");
    private static final Field<Finding> FINDING = Field.enumeration("finding", Finding.class);
    private static final Field<String> FACTS = Field.text("facts", 1000);
    private static final Field<List<String>> EVIDENCE =
            Field.texts("evidence", 0, 20, 200).optional();
    private static final Field<List<String>> CHECKERS = Field.texts("checkers", 2, 10, 100);
    private static final Field<LocalDate> CHECKED_ON = Field.date("checkedOn");

    private static final String SAMPLED =
            "left join quality_check_sample q on q.check_id = s.check_id and q.household_id = s.household_id"
                    + " left join quality_check c on c.id = s.check_id";

    /** Whether the sample {@code q} says something else than the row. */
    private static final String DIFFERS = """
            (q.finding, q.facts, q.evidence, q.checkers, q.checked_on)
              is distinct from (s.finding, s.facts, coalesce(s.evidence, '{}'), s.checkers, s.checked_on)""";

    private static final String MERGE = """
            with merged as (
              update quality_check_sample q set finding = s.finding, facts = s.facts, evidence = coalesce(s.evidence, '{}'),
                checkers = s.checkers, checked_on = s.checked_on, recorded_by = ?, recorded_name = ?, recorded_at = ?,
                revision = q.revision + 1
              from staged_quality_finding s
              where %1$s and q.check_id = s.check_id and q.household_id = s.household_id and q.finding is null
              returning q.household_id)
            select (select count(*) from merged), (select count(*) from staged_quality_finding s where %1$s)
            """.formatted(Lines.CONDITION);

    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    QualityFindingImport(CurrentCaller caller, Audit audit, Clock clock) {
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "quality-findings";
    }

    @Override
    public Set<String> roles() {
        return Set.of(
                Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SUPERVISOR);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        return RowFormat.stagedIn(STAGING)
                .fields(CHECK_ID, HOUSEHOLD_ID, FINDING, FACTS, EVIDENCE, CHECKERS, CHECKED_ON)
                .check((row, verdict) -> check(row, today, verdict))
                .build();
    }

    private static void check(Row row, LocalDate today, RowCheck.Verdict verdict) {
        List<String> evidence = row.find(EVIDENCE);
        if (row.get(FINDING) != Finding.OK && (evidence == null || evidence.isEmpty())) {
            verdict.reject(EVIDENCE.pointer(), "quality-evidence-missing", row.get(FINDING));
        }
        List<String> checkers = row.get(CHECKERS);
        if (checkers.stream().distinct().count() < checkers.size()) {
            verdict.reject(CHECKERS.pointer(), "checkers-not-different");
        }
        if (row.get(CHECKED_ON).isAfter(today)) {
            verdict.reject(CHECKED_ON.pointer(), "change-in-the-future");
        }
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/householdId", STAGING, "check_id", "household_id"),
                new Check(
                        "/householdId",
                        "not-in-the-sample",
                        "q.household_id is null or c.id is null",
                        List.of(),
                        SAMPLED),
                new Check("/checkId", "quality-check-not-under-way", "c.stage <> 'DRAWN'", List.of("c.stage"), SAMPLED),
                new Check(
                        "/checkId",
                        "not-the-checker",
                        notTheChecker(caller.get().area()),
                        List.of("c.kind"),
                        SAMPLED),
                new Check(
                        "/householdId",
                        "correction-begun",
                        "(q.link is not null or q.refuted is not null) and " + DIFFERS,
                        List.of(),
                        SAMPLED),
                new Check(
                        "/householdId",
                        "replace-one-by-one",
                        "q.finding is not null and " + DIFFERS,
                        List.of(),
                        SAMPLED),
                new Check(
                        "/finding",
                        "quality-finding-unfitting",
                        "(s.finding, q.status) not in (values " + fitting() + ")",
                        List.of("s.finding", "q.status"),
                        SAMPLED));
    }

    /** As for a single finding: who checks is of the checking division, above the checked, or the checked itself. */
    private static String notTheChecker(Area own) {
        String checkerCovers = "c.checker <= %1$d and %2$d <= c.checker_end";
        String ownCovers = "%1$d <= c.target and c.target_end <= %2$d";
        String targetCovers = "c.target <= %1$d and %2$d <= c.target_end";
        return """
                not coalesce(case c.kind
                  when 'CROSS_CHECK' then %s
                  when 'INSPECTION' then %s and not (%s)
                  else (%s) or (%s) end, false)""".formatted(checkerCovers, ownCovers, targetCovers, targetCovers, ownCovers)
                .formatted(own.from(), own.to());
    }

    private static String fitting() {
        return Arrays.stream(Finding.values())
                .flatMap(finding ->
                        finding.of().stream().sorted().map(standing -> "('%s', '%s')".formatted(finding, standing)))
                .collect(Collectors.joining(", "));
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
                return new Merged(0, row.getLong(1), row.getLong(2) - row.getLong(1));
            }
        }
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) throws SQLException {
        audit.record(AuditEntry.of("quality-findings-recorded", "import", all.importId())
                .with("households", summary.updated()));
    }
}
