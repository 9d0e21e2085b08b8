package org.jingzhun.identification.screening;

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
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.access.Role;

/**
 * Import of what second checks found, so that thousands of matches are resolved with one file. What people saw is
 * resolved one by one, since who saw it must not say what the second check found.
 */
@ApplicationScoped
public class FlagResolutionImport implements ImportKind {

    static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_CODE = 50;

    private static final String STAGING = "staged_flag_resolution";
    private static final Field<UUID> FLAG_ID = Field.uuid("flagId");
    private static final Field<Resolution> RESOLUTION = Field.enumeration("resolution", Resolution.class);
    private static final Field<String> REASON = Field.text("reason", LONGEST_TEXT);
    private static final Field<String> EVIDENCE =
            Field.text("evidence", LONGEST_TEXT).optional();

    private static final Field<Ground> GROUND =
            Field.enumeration("ground", Ground.class).optional();
    private static final Field<String> EXCEPTION =
            Field.text("exception", LONGEST_CODE).optional();

    /** As for a single resolution: a dismissal without a ground differs in the fact. */
    private static final String GROUND_OF_DISMISSAL =
            "case s.resolution when 'DISMISSED' then coalesce(s.ground, 'FACT_DIFFERS') end";

    private static final String MERGE =
            """
            with merged as (
              update flag f set state = s.resolution, ground = %s, exception = s.exception, reason = s.reason, evidence = s.evidence, resolved_by = ?,
                resolved_at = ?, revision = f.revision + 1
              from %s s
              where %s and f.id = s.flag_id and f.state = 'OPEN'
              returning f.id)
            select (select count(*) from merged), (select count(*) from %s s where %s)
            """.formatted(GROUND_OF_DISMISSAL, STAGING, Lines.CONDITION, STAGING, Lines.CONDITION);

    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    FlagResolutionImport(CurrentCaller caller, Audit audit, Clock clock) {
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "flag-resolutions";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(FLAG_ID, RESOLUTION, REASON, EVIDENCE, GROUND, EXCEPTION)
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/flagId", STAGING, "flag_id"),
                Check.that("/flagId", "unknown-flag", "not exists (select from flag f where f.id = s.flag_id)"),
                Check.that(
                        "/flagId",
                        "resolve-one-by-one",
                        "exists (select from flag f where f.id = s.flag_id and f.source = 'VISIT')"),
                Check.that("/flagId", "flag-not-open", """
                        exists (select from flag f
                          where f.id = s.flag_id and f.state <> 'OPEN'
                            and (f.state, f.reason, f.evidence)
                                is distinct from (s.resolution, s.reason, s.evidence))"""),
                Check.that(
                        "/ground",
                        "ground-of-confirmation",
                        "s.resolution = 'CONFIRMED' and (s.ground is not null or s.exception is not null)"),
                Check.that(
                        "/exception",
                        "exception-without-ground",
                        "(s.ground is not distinct from 'EXCEPTION') <> (s.exception is not null)"),
                new Check("/exception", "unknown-exception", """
                        s.exception is not null and not exists (
                          select from flag f join veto_exception e on e.list = f.veto_list
                          where f.id = s.flag_id and e.code = s.exception and e.rule = 'STATED'
                            and (e.veto is null or e.veto = f.veto))""", List.of("'/v1/veto-lists'")));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setString(1, caller.get().subject());
            merge.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            lines.bind(merge, lines.bind(merge, 3));
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                long resolved = row.getLong(1);
                return new Merged(0, resolved, row.getLong(2) - resolved);
            }
        }
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) throws SQLException {
        audit.record(AuditEntry.of("flags-resolved", "import", all.importId()).with("resolved", summary.updated()));
    }
}
