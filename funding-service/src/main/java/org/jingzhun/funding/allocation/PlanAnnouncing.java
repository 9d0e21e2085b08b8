package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import org.jingzhun.funding.disclosure.Announcement;
import org.jingzhun.funding.disclosure.DisclosedRow;
import org.jingzhun.funding.disclosure.Disclosing;
import org.jingzhun.funding.disclosure.DisclosureKind;
import org.jingzhun.funding.disclosure.DisclosurePhase;
import org.jingzhun.funding.source.Sources;

/** Lets everybody know how money was divided (分配结果公告), and when that was taken back. */
@ApplicationScoped
class PlanAnnouncing {

    private final Disclosing disclosing;
    private final StoredShares shares;
    private final Sources sources;

    PlanAnnouncing(Disclosing disclosing, StoredShares shares, Sources sources) {
        this.disclosing = disclosing;
        this.shares = shares;
        this.sources = sources;
    }

    /** What is to come, before it is decided: the shares that were reviewed. */
    void planned(AllocationPlan plan) {
        disclosing.announce(announcement(plan, DisclosurePhase.PLAN, ""));
    }

    /** It is not to come like this: called before its shares are dropped. */
    void returned(AllocationPlan plan) {
        disclosing.announce(announcement(plan, DisclosurePhase.PLAN, "退回修改"));
    }

    void published(AllocationPlan plan) {
        disclosing.announce(announcement(plan, DisclosurePhase.RESULT, ""));
    }

    /** @param reason why it was taken back */
    void withdrawn(AllocationPlan plan, String reason) {
        disclosing.announce(announcement(plan, DisclosurePhase.RESULT, reason.isEmpty() ? "撤销" : "撤销：" + reason));
    }

    private Announcement announcement(AllocationPlan plan, DisclosurePhase phase, String remark) {
        var document = plan.documentNumber();
        return new Announcement(
                DisclosureKind.ALLOCATION_PLAN,
                phase,
                plan.id(),
                plan.county(),
                plan.county(),
                plan.year(),
                sources.get(plan.sourceId()).name() + plan.year() + "年资金分配方案",
                document == null ? "" : document,
                plan.amount(),
                remark,
                shares.listAll(plan.id()).stream()
                        .map(share -> DisclosedRow.of(share.division(), share.name(), share.amount()))
                        .toList());
    }
}
