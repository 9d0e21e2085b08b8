package org.jingzhun.funding.alert;

/** Queries that find what should not be among projects, benefits and payments; as {@link LoanDetectors}. */
final class PaymentDetectors {

    /** Granted and not paid; and student loans that the bank agreed on and did not pay out. */
    static final String STUDENT_UNPAID = """
            select concat_ws('|', w.county, w.benefit, w.year) as key, w.county, w.county as division,
                   array['benefit=' || w.benefit, 'year=' || w.year, 'students=' || count(*),
                         'amount=' || round(sum(w.fen) / 100, 2)] as facts,
                   (array_agg(w.id order by w.id))[1:100] as ids
            from (select y.county, y.benefit, y.year, y.id, y.amount_fen as fen
                  from p join payable y on y.stands and y.benefit = any (p.codes)
                    and y.added_at < (p.today - p.days)::timestamp at time zone 'Asia/Shanghai'
                  where not exists (select 1 from payment t where t.payable_id = y.id and t.stage = 'PAID')
                  union all
                  select l.county, 'STUDENT_LOAN', l.school_year, l.id, l.amount_fen
                  from p join loan l on l.product = 'STUDENT' and l.stage = 'APPROVED'
                    and l.created_at < (p.today - p.days)::timestamp at time zone 'Asia/Shanghai') w
            group by w.county, w.benefit, w.year
            """;

    /** The same benefit for days that were paid before, or another benefit of those that exclude each other. */
    static final String DUPLICATE_BENEFIT = """
            select concat_ws('|', a.id, b.id) as key, a.county, a.village_code as division,
                   array['benefit=' || a.benefit, 'other=' || b.benefit, 'amount=' || round(a.amount_fen / 100.0, 2),
                         'otherAmount=' || round(b.amount_fen / 100.0, 2)] as facts,
                   array[a.id, b.id, a.household_id] as ids
            from p
            join payable a on a.kind = 'BENEFIT' and a.stands
            join payable b on b.household_id = a.household_id and b.id > a.id and b.kind = 'BENEFIT' and b.stands
              and (b.benefit = a.benefit and b.person_id is not distinct from a.person_id
                   and b.period_from <= a.period_to and a.period_from <= b.period_to
                   or b.benefit <> a.benefit and a.benefit = any (p.codes) and b.benefit = any (p.codes))
            where exists (select 1 from payment t where t.payable_id = a.id and t.stage = 'PAID')
              and exists (select 1 from payment t where t.payable_id = b.id and t.stage = 'PAID')
            """;

    /**
     * Paid to a household that was removed, for a person who had died or left that household, or for a time in which the rule
     * of the benefit does not go on after the exit any more.
     */
    static final String INELIGIBLE_BENEFIT = """
            select w.id::text as key, w.county, w.village_code as division,
                   array['benefit=' || w.benefit, 'amount=' || round(w.amount_fen / 100.0, 2), 'reason=' || w.reason] as facts,
                   array[w.id, w.household_id] as ids
            from (
              select y.*, case when h.status = 'REMOVED' then 'REMOVED'
                               when d.person_id is not null then d.reason
                               when r.after_exit = 'ENDS'
                                 or y.period_from >= x.exited_on + make_interval(months => r.after_exit_months)
                               then 'EXITED' end as reason
              from payable y
              join payment t on t.payable_id = y.id and t.stage = 'PAID'
              left join observed_household h on h.id = y.household_id
              left join observed_departure d on d.person_id = y.person_id and d.left_on < y.period_from
                and (d.reason = 'DEATH' or d.household_id = y.household_id)
              left join observed_exit x on h.status = 'EXITED' and x.household_id = y.household_id
                and x.exited_on <= y.period_from
              left join lateral (
                select * from benefit_rule b
                where b.benefit = y.benefit
                  and b.division in (0, y.county / 10000000000 * 10000000000, y.county / 100000000 * 100000000, y.county)
                  and b.valid_from <= make_date(y.year, 12, 31) and (b.valid_to is null or b.valid_to >= make_date(y.year, 12, 31))
                order by b.division desc, b.valid_from desc limit 1) r on x.household_id is not null
                  and not (r.monitored and exists (select from observed_monitoring m where m.household_id = y.household_id
                                                   and (m.closed_on is null or m.closed_on >= y.period_from)))
              where y.kind = 'BENEFIT') w
            where w.reason is not null
            """;

    static final String NEGATIVE_LIST = """
            select y.id::text as key, y.county, y.village_code as division,
                   array['item=' || coalesce(y.refused_item, ''), 'benefit=' || y.benefit,
                         'amount=' || round(y.amount_fen / 100.0, 2)] as facts,
                   array_remove(array[y.id, y.disbursement_id], null) as ids
            from payable y where y.refusal = 'NEGATIVE_LIST'
            """;

    /** Projects of one village, class and builder whose beginnings follow each other within the days of the rule. */
    static final String SPLIT_PROJECT = """
            select concat_ws('|', g.division, g.project_class, g.builder, min(g.planned_from)) as key,
                   g.division / 1000000 * 1000000 as county, g.division,
                   array['class=' || g.project_class, 'projects=' || count(*), 'sum=' || round(sum(g.amount_fen) / 100, 2),
                         'threshold=' || p.threshold, 'from=' || min(g.planned_from), 'to=' || max(g.planned_from)] as facts,
                   array_agg(g.id order by g.id) as ids
            from p
            join (select s.*, sum(s.begins) over (partition by s.division, s.project_class, s.builder
                                                  order by s.planned_from, s.id) as part
                  from (select j.id, j.division, j.project_class, j.builder, j.planned_from, j.amount_fen,
                               case when j.planned_from - lag(j.planned_from) over (
                                      partition by j.division, j.project_class, j.builder
                                      order by j.planned_from, j.id) <= q.days then 0 else 1 end as begins
                        from p q
                        join project j on j.builder is not null and j.stage not in ('REJECTED', 'ABANDONED')
                          and j.amount_fen < q.threshold * 100) s) g on true
            group by g.division, g.project_class, g.builder, g.part, p.threshold
            having count(*) > 1 and sum(g.amount_fen) >= p.threshold * 100
            """;

    private PaymentDetectors() {}
}
