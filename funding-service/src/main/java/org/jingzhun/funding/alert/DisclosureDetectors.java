package org.jingzhun.funding.alert;

/** Queries that find what was not announced, not long enough on the boards, or objected to; as {@link LoanDetectors}. */
final class DisclosureDetectors {

    static final String UNDISCLOSED_PROJECT = """
            select j.id::text as key, j.county, j.division,
                   array['stage=' || j.stage, 'acceptedOn=' || (a.taken_at at time zone 'Asia/Shanghai')::date,
                         'amount=' || round(j.amount_fen / 100.0, 2)] as facts,
                   array[j.id] as ids
            from p
            join project j on j.stage = 'ACCEPTED'
            join lateral (select max(s.taken_at) as taken_at from project_step s
                          where s.project_id = j.id and s.step = 'ACCEPT') a
              on a.taken_at < (p.today - p.days)::timestamp at time zone 'Asia/Shanghai'
            where not exists (select 1 from project_step s where s.project_id = j.id and s.step = 'NOTICE_AFTER')
            """;

    /** Sent without a word, or answered by the bank without a word of what arrived. */
    static final String UNDISCLOSED_PAYMENTS = """
            select w.id::text as key, w.county, w.county as division,
                   array['phase=' || w.missing, 'payments=' || w.payments, 'amount=' || round(w.amount_fen / 100.0, 2),
                         'sentOn=' || (w.created_at at time zone 'Asia/Shanghai')::date] as facts,
                   array[w.id] as ids
            from (select b.*,
                         case when not exists (select from disclosure d where d.subject = b.id and d.kind = 'PAYMENT_BATCH')
                              then 'PLAN'
                              when not exists (select from disclosure d where d.subject = b.id and d.kind = 'PAYMENT_BATCH'
                                                 and d.phase = 'RESULT')
                                and not exists (select from payment t where t.batch_id = b.id
                                                  and (t.stage = 'SENT' or t.settled_on >= p.today - p.days))
                              then 'RESULT' end as missing
                  from p join payment_batch b
                    on b.created_at < (p.today - p.days)::timestamp at time zone 'Asia/Shanghai') w
            where w.missing is not null
            """;

    /** What each concept announces, by the subject and phase under which it does. */
    static final String UNDISCLOSED_MONEY = """
            select concat_ws('|', w.kind, w.subject, w.phase) as key, w.county, w.division,
                   array['kind=' || w.kind, 'phase=' || w.phase, 'since=' || w.since, 'amount=' || round(w.fen / 100.0, 2)] as facts,
                   w.ids
            from p cross join lateral (
              select 'BUDGET' as kind, 'PLAN' as phase, b.county, b.county as division, max(b.issued_on) as since,
                     disclosure_subject('BUDGET', b.county::text, b.year::text) as subject, sum(b.amount_fen) as fen,
                     (array_agg(b.id order by b.id))[1:100] as ids
              from budget b where not exists (select from journal_entry e where e.reverses = b.entry_id)
              group by b.county, b.year
              union all
              select 'LOAN', 'RESULT', l.county, l.county, (q.begins + interval '3 months')::date - 1,
                     disclosure_subject('LOAN', l.county::text, q.begins::text), sum(l.amount_fen),
                     (array_agg(l.id order by l.id))[1:100]
              from loan l cross join lateral (select date_trunc('quarter', l.disbursed_on)::date as begins) q
              where l.disbursed_on is not null group by l.county, q.begins
              union all
              select 'FUND', 'PLAN', f.county, f.division, f.founded_on, f.id, 0, array[f.id] from fund f
              union all
              select 'FUND', 'RESULT', f.county, f.division, (q.begins + interval '3 months')::date - 1,
                     disclosure_subject('FUND', f.id::text, q.begins::text), sum(a.amount_fen),
                     (array_agg(a.id order by a.id))[1:100]
              from fund_aid a join fund f on f.id = a.fund_id
              cross join lateral (select date_trunc('quarter', a.paid_on)::date as begins) q
              where a.paid_on is not null group by f.id, q.begins
              union all
              select 'ASSET', 'RESULT', s.division / 1000000 * 1000000, s.division, s.effective_on, s.id, s.amount_fen,
                     array[s.id, s.asset_id]
              from share_assignment s where s.stage = 'EFFECTIVE'
              union all
              select 'ASSET', case v.stage when 'PAID' then 'RESULT' else 'PLAN' end, v.division / 1000000 * 1000000, v.division,
                     coalesce(v.paid_on, v.noticed_on), v.id, v.floor_fen + v.dividend_fen, array[v.id, v.asset_id]
              from dividend v where v.stage in ('NOTICED', 'APPROVED', 'PAYING', 'PAID')
              union all
              select 'DONATION', 'PLAN', n.county, n.county, n.receipted_on, n.id, n.amount_fen, array[n.id]
              from donation n where n.receipted_on is not null) w
            where w.since < p.today - p.days
              and not exists (select from disclosure d where d.subject = w.subject and d.kind = w.kind
                                and (w.phase = 'PLAN' or d.phase = 'RESULT'))
            """;

    /** Of what was announced anew, only the newest has to hang. */
    static final String BOARD_TOO_SHORT = """
            select d.id::text as key, d.county, d.division,
                   array['kind=' || d.kind, 'phase=' || d.phase, 'number=' || d.number, 'endsOn=' || d.ends_on,
                         'boardDays=' || d.board_days, 'villages=' || v.villages, 'missing=' || v.missing] as facts,
                   array[d.id] as ids
            from p
            join disclosure d on d.ends_on < p.today - p.days
              and not exists (select from disclosure r where r.replaces = d.id)
            cross join lateral (
              select count(*) as villages,
                     count(*) filter (where not exists (
                       select from disclosure_board b where b.disclosure_id = d.id and b.division = v.division
                         and b.taken_down_on - b.posted_on + 1 >= d.board_days)) as missing
              from disclosure_place v where v.disclosure_id = d.id) v
            where v.missing > 0
            """;

    static final String OBJECTION_OVERDUE = """
            select o.id::text as key, o.county, d.division,
                   array['kind=' || d.kind, 'number=' || d.number, 'raisedOn=' || (o.raised_at at time zone 'Asia/Shanghai')::date,
                         'answerBy=' || o.deadline] as facts,
                   array[o.id, d.id] as ids
            from p
            join disclosure_objection o on o.answer is null and o.deadline < p.today - p.days
            join disclosure d on d.id = o.disclosure_id
            """;

    private DisclosureDetectors() {}
}
