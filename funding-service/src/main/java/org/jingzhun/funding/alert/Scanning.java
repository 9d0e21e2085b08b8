package org.jingzhun.funding.alert;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;

/**
 * Looks for facts that should not be (预警扫描): some statements for each kind, whatever the number of rows. A fact is raised
 * once; other figures change its alert; a fact that is gone clears it. What people closed is raised again only by other
 * figures.
 */
@ApplicationScoped
public class Scanning {

    /** A scan sees the counties that lie wholly within the caller's area: of a part it would tell wrong sums. */
    private static final String FIND = """
            with p as (select ?::date as today, ?::numeric as threshold, ?::integer as days, ?::text[] as codes)
            insert into alert_finding (scan, kind, key, county, division, facts, ids)
            select ?, ?, f.key, f.county, f.division, f.facts, f.ids from (
            """;

    private static final String RAISE = """
            with raised as (
              insert into alert (id, kind, key, county, division, rule_version, facts, ids, state, owner_role, raised_on, changed_on,
                deadline)
              select uuidv7(), f.kind, f.key, f.county, f.division, ?, f.facts, f.ids, 'OPEN', ?, ?::date, ?::date, ?::date + ?
              from alert_finding f
              where f.scan = ? and f.kind = ?
                and not exists (select 1 from alert a where a.kind = f.kind and a.key = f.key
                                and (a.state in ('OPEN', 'ASSIGNED', 'EXPLAINED') or a.state = 'CLOSED' and a.facts = f.facts))
              returning id, division)
            insert into procedure_signature (subject, position, division, step, taken_by, name, role, remark, taken_at)
            select id, 0, division, 'RAISE', ?, ?, 'scan', '', ? from raised
            """;
    private static final String CHANGE = """
            with changed as (
              update alert a
                 set facts = f.facts, ids = f.ids, changed_on = ?, rule_version = ?, version = a.version + 1,
                     state = case when a.state = 'EXPLAINED' then 'OPEN' else a.state end
                from alert_finding f
               where f.scan = ? and f.kind = ? and a.kind = f.kind and a.key = f.key
                 and a.state in ('OPEN', 'ASSIGNED', 'EXPLAINED') and a.facts is distinct from f.facts
              returning a.id, a.division, old.state as was)
            insert into procedure_signature (subject, position, division, step, taken_by, name, role, remark, taken_at)
            select c.id, (select count(*) from procedure_signature s where s.subject = c.id), c.division, 'CHANGE', ?, ?, 'scan', '', ?
            from changed c where c.was = 'EXPLAINED'
            """;
    private static final String CLEAR = """
            with cleared as (
              update alert a set state = 'CLEARED', ended_on = ?, version = a.version + 1
               where a.kind = ? and a.state in ('OPEN', 'ASSIGNED', 'EXPLAINED') and a.county between ? and ?
                 and not exists (select 1 from alert_finding f where f.scan = ? and f.kind = a.kind and f.key = a.key)
              returning a.id, a.division)
            insert into procedure_signature (subject, position, division, step, taken_by, name, role, remark, taken_at)
            select c.id, (select count(*) from procedure_signature s where s.subject = c.id), c.division, 'CLEAR', ?, ?, 'scan',
                   'the fact is gone', ?
            from cleared c
            """;

    private final Database database;
    private final AlertRules rules;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Clock clock;

    Scanning(Database database, AlertRules rules, Jobs jobs, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.jobs = jobs;
        this.caller = caller;
        this.clock = clock;
    }

    /** @return id of the job */
    @Transactional
    public UUID order() {
        var today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        return jobs.submit(UuidCreator.getTimeOrderedEpoch(), ScanJob.KIND, new ScanJob.Order(today), (long)
                AlertKind.values().length);
    }

    /** What a scan did. */
    public record Scanned(int found, int raised, int cleared) {

        Scanned plus(Scanned other) {
            return new Scanned(found + other.found, raised + other.raised, cleared + other.cleared);
        }
    }

    /** Looks for one kind of facts, in the transaction of the job. */
    @Transactional(Transactional.TxType.MANDATORY)
    Scanned scan(AlertKind kind, LocalDate day) {
        return rules.find(kind, day)
                .map(rule -> scan(rule, day, clock.instant()))
                .orElseGet(() -> new Scanned(0, 0, 0));
    }

    private Scanned scan(AlertRule rule, LocalDate today, Instant now) {
        var kind = rule.kind().name();
        var area = caller.get().area();
        var by = caller.get().subject();
        var name = caller.get().name();
        var scan = UuidCreator.getTimeOrderedEpoch();
        database.list("select pg_advisory_xact_lock(hashtextextended(?, 7))", row -> true, "alert:" + kind);
        int found = database.execute(
                FIND + detector(rule.kind()) + ") f where f.county between ? and ?",
                today,
                rule.threshold(),
                rule.days(),
                rule.codes().toArray(),
                scan,
                kind,
                area.from(),
                area.to());
        database.execute(CHANGE, today, rule.version(), scan, kind, by, name, now);
        int raised = database.execute(
                RAISE,
                rule.version(),
                rule.ownerRole(),
                today,
                today,
                today,
                rule.deadlineDays(),
                scan,
                kind,
                by,
                name,
                now);
        int cleared = database.execute(CLEAR, today, kind, area.from(), area.to(), scan, by, name, now);
        database.execute("delete from alert_finding where scan = ?", scan);
        return new Scanned(found, raised, cleared);
    }

    private static String detector(AlertKind kind) {
        return switch (kind) {
            case IDLE_MONEY -> LoanDetectors.IDLE_MONEY;
            case OVERDUE_RATE -> LoanDetectors.OVERDUE_RATE;
            case LOAN_MISUSE -> LoanDetectors.LOAN_MISUSE;
            case USE_UNCHECKED -> LoanDetectors.USE_UNCHECKED;
            case IDLE_POOL -> LoanDetectors.IDLE_POOL;
            case UNUSED_FUND -> LoanDetectors.UNUSED_FUND;
            case STUDENT_UNPAID -> PaymentDetectors.STUDENT_UNPAID;
            case DUPLICATE_BENEFIT -> PaymentDetectors.DUPLICATE_BENEFIT;
            case INELIGIBLE_BENEFIT -> PaymentDetectors.INELIGIBLE_BENEFIT;
            case NEGATIVE_LIST -> PaymentDetectors.NEGATIVE_LIST;
            case SPLIT_PROJECT -> PaymentDetectors.SPLIT_PROJECT;
            case UNDISCLOSED_PROJECT -> DisclosureDetectors.UNDISCLOSED_PROJECT;
            case UNDISCLOSED_PAYMENTS -> DisclosureDetectors.UNDISCLOSED_PAYMENTS;
            case UNDISCLOSED_MONEY -> DisclosureDetectors.UNDISCLOSED_MONEY;
            case BOARD_TOO_SHORT -> DisclosureDetectors.BOARD_TOO_SHORT;
            case OBJECTION_OVERDUE -> DisclosureDetectors.OBJECTION_OVERDUE;
        };
    }
}
