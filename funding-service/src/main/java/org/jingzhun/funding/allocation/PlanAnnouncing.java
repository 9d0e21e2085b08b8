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

    void published(AllocationPlan plan) {
        disclosing.announce(announcement(plan, ""));
    }

    /** @param reason why it was taken back */
    void withdrawn(AllocationPlan plan, String reason) {
        disclosing.announce(announcement(plan, reason.isEmpty() ? "撤销" : "撤销：" + reason));
    }

    private Announcement announcement(AllocationPlan plan, String remark) {
        var document = plan.documentNumber();
        return new Announcement(
                DisclosureKind.ALLOCATION_PLAN,
                DisclosurePhase.RESULT,
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
