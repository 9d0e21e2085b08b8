package org.jingzhun.funding.moneytrail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.allocation.FactorCode;
import org.jingzhun.funding.allocation.FixedStandards;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.observed.pairing.FirstSecretaries;
import org.jingzhun.funding.source.Source;
import org.jspecify.annotations.Nullable;

/** Adds up what each village has of the money for first secretaries, and what was spent of it. */
@ApplicationScoped
public class FirstSecretaryMoneys {

    /** What failed waits at the bank until it is sent once more or returned. */
    private static final String SELECT = """
            with asked as (select ?::bigint as from_code, ?::bigint as to_code, ?::integer as year, ?::date as day),
            own as (select id from source where kind = ?),
            line (division, on_duty, served, allocated, set_aside, in_transit, paid, remains) as (
              select f.village_code, count(*) filter (where on_duty(f.since, f.until, f.handed_over, q.day)), count(*), 0, 0, 0, 0, 0
              from observed_first_secretary f, asked q
              where f.village_code between q.from_code and q.to_code
                and f.since <= make_date(q.year, 12, 31) and (f.until is null or f.until >= make_date(q.year, 1, 1))
              group by 1
              union all
              select h.division, 0, 0, sum(h.amount_fen), 0, 0, 0, 0
              from allocation_plan p join allocation_share h on h.plan_id = p.id, asked q
              where p.source_id in (select id from own) and p.stage in ('APPROVED', 'PUBLISHED') and p.year = q.year
                and p.receiver_level in ('VILLAGE', 'TOWNSHIP') and h.division between q.from_code and q.to_code
              group by 1
              union all
              select a.division, 0, 0, 0, sum(a.balance_fen) filter (where a.kind = 'PROJECT'), 0,
                     sum(a.balance_fen) filter (where a.kind = 'PAID'), sum(a.balance_fen) filter (where a.kind = 'VILLAGE')
              from account a, asked q
              where a.source_id in (select id from own) and a.year = q.year and a.kind in ('PROJECT', 'PAID', 'VILLAGE')
                and a.division <> a.county and a.division between q.from_code and q.to_code
              group by 1
              union all
              select y.village_code, 0, 0, 0, 0, sum(y.amount_fen), 0, 0
              from payment y join payable d on d.id = y.payable_id, asked q
              where d.source_id in (select id from own) and d.year = q.year and y.stage in ('SENT', 'FAILED', 'CORRECTED', 'TO_RETRY')
                and y.village_code <> y.county and y.village_code between q.from_code and q.to_code
              group by 1)
            select l.division, coalesce(v.name, '') as name, sum(l.on_duty) as on_duty, sum(l.served) as served,
                   sum(l.allocated) as allocated, coalesce(sum(l.set_aside), 0) as set_aside, sum(l.in_transit) as in_transit,
                   coalesce(sum(l.paid), 0) as paid, coalesce(sum(l.remains), 0) as remains
            from line l left join observed_division v on v.code = l.division
            where l.division > ? group by 1, 2 order by 1 limit ?
            """;

    private final Database database;
    private final FixedStandards standards;
    private final Clock clock;

    FirstSecretaryMoneys(Database database, FixedStandards standards, Clock clock) {
        this.database = database;
        this.standards = standards;
        this.clock = clock;
    }

    /**
     * In the order of the divisions; those with neither a first secretary nor money are left out.
     *
     * @param after code behind which to begin, null for the beginning
     */
    @Transactional
    public List<FirstSecretaryMoney> list(Area area, int year, @Nullable Long after, int limit) {
        LocalDate day = FirstSecretaries.dayOf(year, LocalDate.now(clock));
        Money perHead = standards.sum(FactorCode.FIRST_SECRETARIES, year);
        return database.list(
                SELECT,
                row -> new FirstSecretaryMoney(
                        row.getLong("division"),
                        row.getString("name"),
                        day,
                        row.getLong("on_duty"),
                        row.getLong("served"),
                        perHead,
                        Money.ofFen(row.getLong("allocated")),
                        Money.ofFen(row.getLong("set_aside")),
                        Money.ofFen(row.getLong("in_transit")),
                        Money.ofFen(row.getLong("paid")),
                        Money.ofFen(row.getLong("remains"))),
                area.from(),
                area.to(),
                year,
                day,
                Source.FIRST_SECRETARY,
                after == null ? 0L : after,
                limit);
    }
}
