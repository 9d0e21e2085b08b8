package org.jingzhun.funding.alert;

/**
 * Queries that find what should not be among accounts, loans, pools and funds. Each gives {@code key, county, division,
 * facts, ids} and reads the rule's {@code today, threshold, days, codes} as {@code p}.
 */
final class LoanDetectors {

    static final String IDLE_MONEY = """
            select concat_ws('|', a.county, a.kind, a.source_id, a.year) as key, a.county, a.county as division,
                   array['account=' || a.kind, 'year=' || a.year,
                         'years=' || least(extract(year from p.today)::integer - a.year, 2),
                         'accounts=' || count(*), 'balance=' || round(sum(a.balance_fen) / 100, 2)] as facts,
                   array[a.source_id] as ids
            from p join account a on a.kind in ('BUDGET', 'VILLAGE', 'PROJECT') and a.balance_fen > 0
              and extract(year from p.today)::integer - a.year >= p.threshold
            group by a.county, a.kind, a.source_id, a.year, p.today
            """;

    static final String OVERDUE_RATE = """
            select concat_ws('|', s.county, s.product) as key, s.county, s.county as division,
                   array['product=' || s.product, 'outstanding=' || round(sum(s.outstanding_fen) / 100, 2),
                         'overdue=' || round(sum(s.overdue_fen) / 100, 2),
                         'rate=' || round(sum(s.overdue_fen) / sum(s.outstanding_fen), 4),
                         'threshold=' || p.threshold] as facts,
                   '{}'::uuid[] as ids
            from p cross join lateral loan_standing(p.today) s
            group by s.county, s.product, p.threshold
            having sum(s.outstanding_fen) > 0 and sum(s.overdue_fen) > p.threshold * sum(s.outstanding_fen)
            """;

    static final String LOAN_MISUSE = """
            select l.id::text as key, l.county, l.village as division,
                   array['finding=' || l.use_finding, 'product=' || l.product,
                         'outstanding=' || round((l.amount_fen - l.paid_principal_fen) / 100.0, 2)] as facts,
                   array[l.id, l.household_id] as ids
            from loan l where l.stage = 'ACTIVE' and l.use_finding in ('ENTERPRISE_USE', 'OTHER_MISUSE')
            """;

    static final String USE_UNCHECKED = """
            select l.village::text as key, l.county, l.village as division,
                   array['loans=' || count(*), 'amount=' || round(sum(l.amount_fen) / 100, 2)] as facts,
                   (array_agg(l.id order by l.id))[1:100] as ids
            from p join loan l on l.stage = 'ACTIVE' and l.use_finding is null and l.product <> 'STUDENT'
              and l.disbursed_on <= p.today - p.days
            group by l.county, l.village
            """;

    static final String IDLE_POOL = """
            select r.id::text as key, r.county, r.county as division,
                   array['balance=' || round(b.fen / 100, 2), 'outstanding=' || round(coalesce(o.fen, 0) / 100, 2)] as facts,
                   array[r.id] as ids
            from p
            join risk_pool r on r.agreed_on <= p.today - p.days
            join (select subject, sum(balance_fen) as fen from account where kind = 'RISK_POOL' group by subject) b
              on b.subject = r.id and b.fen > 0
            left join (select pool_id, sum(amount_fen - paid_principal_fen) as fen from loan where stage = 'ACTIVE' group by pool_id) o
              on o.pool_id = r.id
            where coalesce(o.fen, 0) < p.threshold * b.fen
            """;

    static final String UNUSED_FUND = """
            select f.id::text as key, f.county, f.division,
                   array['kind=' || f.kind, 'received=' || round(m.received / 100, 2), 'given=' || round(m.given / 100, 2),
                         'rate=' || round(m.given / m.received, 4)] as facts,
                   array[f.id] as ids
            from p
            join fund f on f.founded_on <= p.today - p.days
            join (select fund_id, sum(amount_fen) filter (where kind in ('CONTRIBUTION', 'DUES', 'DONATION')) as received,
                         coalesce(-sum(amount_fen) filter (where kind in ('GRANT', 'LOAN')), 0) as given
                  from fund_movement group by fund_id) m on m.fund_id = f.id and m.received > 0
            where m.given < p.threshold * m.received
            """;

    private LoanDetectors() {}
}
