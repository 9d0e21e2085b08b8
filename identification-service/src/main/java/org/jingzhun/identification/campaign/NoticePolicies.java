package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** How long notices stand (公示期限): rows by place and year, each with the document that set it. */
@ApplicationScoped
public class NoticePolicies {

    private static final String IN_FORCE = """
            select id, value, source from policy
            where name = 'NOTICE_DAYS' and division in (0, :province, :city, :county) and (year is null or year = :year)
            order by division desc, year desc nulls last, id desc limit 1
            """;
    private static final long PROVINCE_SPAN = 10_000_000_000L;
    private static final long CITY_SPAN = 100_000_000L;

    private final Session database;

    NoticePolicies(Session database) {
        this.database = database;
    }

    /** @param days calendar days that a notice stands, 0 or more */
    public record NoticePolicy(long id, int days, String source) {}

    /** The row of the smallest division that contains the county, of those the one for this year, then the youngest. */
    @Transactional(Transactional.TxType.MANDATORY)
    public NoticePolicy inForce(long county, int year) {
        Tuple row = database.createNativeQuery(IN_FORCE, Tuple.class)
                .setParameter("province", county / PROVINCE_SPAN * PROVINCE_SPAN)
                .setParameter("city", county / CITY_SPAN * CITY_SPAN)
                .setParameter("county", county)
                .setParameter("year", year)
                .getSingleResult();
        return policy(row);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public NoticePolicy get(long id) {
        return policy(database.createNativeQuery("select id, value, source from policy where id = ?1", Tuple.class)
                .setParameter(1, id)
                .getSingleResult());
    }

    /** The policy in force when it says as many days, else a row of the county's own for that year. */
    @Transactional(Transactional.TxType.MANDATORY)
    NoticePolicy settle(CampaignPlan plan, String setBy) {
        NoticePolicy inForce = inForce(plan.county(), plan.year());
        Integer wanted = plan.noticeDays();
        if (wanted == null || wanted == inForce.days()) {
            return inForce;
        }
        return new NoticePolicy(
                add(plan, wanted, sourceOf(plan.noticeSource()), setBy), wanted, sourceOf(plan.noticeSource()));
    }

    private static String sourceOf(@Nullable String named) {
        return named == null ? "set by the county with its campaign, no document named" : named;
    }

    private long add(CampaignPlan plan, int days, String source, String setBy) {
        return database.createNativeQuery(
                        "insert into policy (name, division, year, value, source, set_by)"
                                + " values ('NOTICE_DAYS', ?1, ?2, ?3, ?4, ?5) returning id",
                        Long.class)
                .setParameter(1, plan.county())
                .setParameter(2, plan.year())
                .setParameter(3, days)
                .setParameter(4, source)
                .setParameter(5, setBy)
                .getSingleResult();
    }

    private static NoticePolicy policy(Tuple row) {
        return new NoticePolicy(row.get(0, Long.class), row.get(1, Integer.class), row.get(2, String.class));
    }
}
