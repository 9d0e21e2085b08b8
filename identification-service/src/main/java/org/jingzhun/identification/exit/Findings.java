package org.jingzhun.identification.exit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.povertyline.PovertyLines;
import org.jingzhun.identification.povertyline.Purpose;
import org.jspecify.annotations.Nullable;

/** Keeps what checks found of each criterion, judged by the standard of the exit (验收). */
@ApplicationScoped
public class Findings {

    /**
     * Judges rows {@code f (exit_id, year, criterion, stated, value, evidence, note)} and keeps them. What compares does
     * so; whoever states that a criterion is not met is believed also where the value is enough, and whoever states that
     * it is met is not while a drop-out stands against it.
     */
    static final String KEEP = """
            insert into exit_finding (exit_id, year, criterion, standard, place_code, stated, value, threshold, line_id,
              met, evidence, note, recorded_by, recorded_name, recorded_at)
            select f.exit_id, f.year, f.criterion, x.standard, x.place_code, f.stated, f.value,
                   coalesce(k.value, l.per_head_fen / 100.0), l.id,
                   coalesce(f.stated, true) and case k.comparison
                     when 'STATED' then true
                     when 'AT_LEAST' then f.value >= k.value
                     when 'LESS_THAN' then f.value < k.value
                     when 'ABOVE_LINE' then f.value > l.per_head_fen / 100.0 end and not {dropOut},
                   f.evidence, f.note, {by}, {name}, {at}
            from ({found}) f
            join exit_case x on x.id = f.exit_id
            join exit_criterion k on k.standard = x.standard and k.code = f.criterion
            left join lateral {line} l on k.comparison = 'ABOVE_LINE'
            on conflict (exit_id, year, criterion) do update set
              stated = excluded.stated, value = excluded.value, threshold = excluded.threshold,
              line_id = excluded.line_id, met = excluded.met, evidence = excluded.evidence, note = excluded.note,
              recorded_by = excluded.recorded_by, recorded_name = excluded.recorded_name,
              recorded_at = excluded.recorded_at
            where (exit_finding.stated, exit_finding.value, exit_finding.threshold, exit_finding.met,
                   exit_finding.evidence, exit_finding.note)
                  is distinct from
                  (excluded.stated, excluded.value, excluded.threshold, excluded.met, excluded.evidence, excluded.note)
            """.replace("{line}", PovertyLines.inForce(Purpose.EXIT, "f.year", "x.place_code"))
            .replace("{dropOut}", DropOuts.standAgainst("f.criterion", "x.household_id", "f.note", "f.evidence"));

    private static final String FOUND = """
            select cast(:exit as uuid) as exit_id, cast(:year as integer) as year, j.criterion, j.stated, j.value,
                   array(select jsonb_array_elements_text(j.evidence)) as evidence, j.note
            from jsonb_to_recordset(cast(:findings as jsonb))
              as j (criterion text, stated boolean, value numeric, evidence jsonb, note text)""";

    /** Counts what the register tells: how many of a hundred rural people are poor. */
    private static final String COUNT = """
            insert into exit_finding (exit_id, year, criterion, standard, place_code, stated, value, threshold, met,
              evidence, recorded_by, recorded_name, recorded_at)
            select x.id, :year, k.code, x.standard, x.place_code, null, round(100.0 * poor.persons / rural.persons, 2),
                   k.value, 100.0 * poor.persons < k.value * rural.persons,
                   array[format('%s poor of %s rural persons on the register', poor.persons, rural.persons)],
                   'register', 'register', :at
            from exit_case x
            join exit_criterion k on k.standard = x.standard and k.measured_by = 'REGISTER'
            cross join lateral (
              select coalesce(sum(e.persons), 0) as persons from register_entry e
              where e.status in ('POOR', 'RETURNED') and e.village_code between x.place_code and x.place_code + :span) poor
            cross join lateral (
              select sum(d.persons) as persons from division d
              where d.level = 'VILLAGE' and d.code between x.place_code and x.place_code + :span) rural
            where x.id = :exit and rural.persons > 0
            on conflict (exit_id, year, criterion) do update set
              value = excluded.value, met = excluded.met, evidence = excluded.evidence, recorded_at = excluded.recorded_at
            """;

    private static final long COUNTY_SPAN = 999_999;

    private final Session database;
    private final Exits exits;
    private final ExitStandards standards;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Findings(
            Session database,
            Exits exits,
            ExitStandards standards,
            ObjectMapper json,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.exits = exits;
        this.standards = standards;
        this.json = json;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps what a team found: before the exit for its year, after it for a later year, always by the standard of the
     * exit's year.
     *
     * @param year null for the year of the exit
     * @throws ExitException when the domain says no
     */
    @Transactional
    public void record(Subject subject, UUID id, @Nullable Integer year, List<Finding> findings) {
        ExitCase exit = exits.getLocked(subject, id, caller.get().subject()).exit();
        int checked = year == null ? exit.year() : year;
        requireOpen(exit, checked);
        keep(exit, checked, findings);
        if (checked > exit.year()) {
            count(exit, checked);
        }
        audit.record(AuditEntry.of("exit-checked", "exit", id)
                .in(exit.placeCode())
                .about(exit.householdId())
                .with("year", checked)
                .with("criteria", findings.size()));
    }

    /** Keeps findings at whatever stage the exit is; a re-check after an objection comes late. */
    void keep(ExitCase exit, int year, List<Finding> findings) {
        Caller acting = caller.get();
        requireFitting(exit, year, findings);
        database.createNativeMutationQuery(KEEP.replace("{found}", FOUND)
                        .replace("{by}", ":by")
                        .replace("{name}", ":name")
                        .replace("{at}", "cast(:at as timestamptz)"))
                .setParameter("exit", exit.id())
                .setParameter("year", year)
                .setParameter("findings", text(findings))
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    /** Counts what the register tells of an exit's criteria. */
    void count(ExitCase exit, int year) {
        if (exit.subject() == Subject.HOUSEHOLD) {
            return;
        }
        database.createNativeMutationQuery(COUNT)
                .setParameter("exit", exit.id())
                .setParameter("year", year)
                .setParameter("span", exit.subject() == Subject.COUNTY ? COUNTY_SPAN : 0L)
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    private static void requireOpen(ExitCase exit, int year) {
        boolean before = year == exit.year() && (exit.stage() == Stage.PLANNED || exit.stage() == Stage.APPRAISED);
        boolean after = year > exit.year() && exit.stage() == Stage.EXITED;
        if (!before && !after) {
            throw new ExitRefusal.FindingsClosed(exit.stage(), year).asException();
        }
    }

    private void requireFitting(ExitCase exit, int year, List<Finding> findings) {
        Map<String, Criterion> criteria = standards.find(exit.standard()).orElseThrow().criteria().stream()
                .collect(Collectors.toMap(Criterion::code, Function.identity()));
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Criterion criterion = criteria.get(finding.criterion());
            if (criterion == null) {
                throw new ExitRefusal.UnknownCriterion(i, exit.standard(), finding.criterion()).asException();
            }
            switch (criterion.measuredBy()) {
                case REGISTER -> throw new ExitRefusal.MeasuredByRegister(i, finding.criterion()).asException();
                case EVALUATION -> throw new ExitRefusal.MeasuredByEvaluation(i, finding.criterion()).asException();
                case TEAM -> {}
            }
            boolean needsValue = criterion.comparison().needsValue();
            if (needsValue ? finding.value() == null : finding.stated() == null) {
                throw new ExitRefusal.ValueMissing(i, finding.criterion()).asException();
            }
            if (criterion.comparison() == Comparison.ABOVE_LINE && !hasLine(exit, year)) {
                throw new ExitRefusal.NoLine(year).asException();
            }
        }
    }

    private boolean hasLine(ExitCase exit, int year) {
        String line = PovertyLines.inForce(Purpose.EXIT, ":year", ":place");
        return !database.createNativeQuery("select id from " + line + " l", Long.class)
                .setParameter("year", year)
                .setParameter("place", exit.placeCode())
                .getResultList()
                .isEmpty();
    }

    private String text(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "%d findings must be writable as JSON".formatted(findings.size()), unwritable);
        }
    }
}
