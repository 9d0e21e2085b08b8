package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** How long notices stand (公示期限): rows by place and year, each with the document that set it. */
@ApplicationScoped
public class NoticePolicies {

    private final Policies policies;

    NoticePolicies(Policies policies) {
        this.policies = policies;
    }

    /** @param days calendar days that a notice stands, 0 or more */
    public record NoticePolicy(long id, int days, String source) {

        private static NoticePolicy of(Policies.Policy policy) {
            return new NoticePolicy(policy.id(), policy.value(), policy.source());
        }
    }

    /** The row of the smallest division that contains the county, of those the one for this year, then the youngest. */
    @Transactional(Transactional.TxType.MANDATORY)
    public NoticePolicy inForce(long county, int year) {
        return NoticePolicy.of(policies.inForce(Policies.Name.NOTICE_DAYS, county, year));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public NoticePolicy get(long id) {
        return NoticePolicy.of(policies.get(id));
    }

    /** The policy in force when it says as many days, else a row of the county's own for that year. */
    @Transactional(Transactional.TxType.MANDATORY)
    NoticePolicy settle(CampaignPlan plan, String setBy) {
        NoticePolicy inForce = inForce(plan.county(), plan.year());
        Integer wanted = plan.noticeDays();
        if (wanted == null || wanted == inForce.days()) {
            return inForce;
        }
        return NoticePolicy.of(policies.add(Policies.Policy.of(
                Policies.Name.NOTICE_DAYS,
                plan.county(),
                plan.year(),
                wanted,
                1,
                sourceOf(plan.noticeSource()),
                setBy)));
    }

    private static String sourceOf(@Nullable String named) {
        return named == null ? "set by the county with its campaign, no document named" : named;
    }
}
