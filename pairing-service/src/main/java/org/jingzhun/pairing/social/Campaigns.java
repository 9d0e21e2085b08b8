package org.jingzhun.pairing.social;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Yuan;
import org.jingzhun.pairing.announcing.Announcing;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.SocialCampaignChanged;
import org.jingzhun.pairing.signing.Case;
import org.jingzhun.pairing.signing.Signatory;
import org.jspecify.annotations.Nullable;

/** Plans, opens and closes campaigns of social help (社会扶贫活动). */
@ApplicationScoped
public class Campaigns {

    private final CampaignRows rows;
    private final Signatory signatory;
    private final Announcing announcing;
    private final CurrentCaller caller;
    private final Clock clock;

    Campaigns(CampaignRows rows, Signatory signatory, Announcing announcing, CurrentCaller caller, Clock clock) {
        this.rows = rows;
        this.signatory = signatory;
        this.announcing = announcing;
        this.caller = caller;
        this.clock = clock;
    }

    /** A campaign with its steps and what it has brought. */
    public record Handled(CampaignReport report, boolean running, List<Signature> steps) {

        public Campaign campaign() {
            return report.campaign();
        }
    }

    /**
     * Plans one; the same again changes nothing.
     *
     * @throws SocialRefusal if the place is not the caller's, its days do not fit, or the id stands with other content
     */
    @Transactional
    public Handled plan(Campaign told) {
        if (!caller.get().area().covers(Area.ofPrefix(Long.toString(told.division())))) {
            throw new SocialRefusal.UnknownPlace();
        }
        var there = rows.find(told.id());
        if (there.isPresent()) {
            if (!there.get().says(told)) {
                throw new SocialRefusal.IdTaken(told.id());
            }
            return get(told.id());
        }
        if (told.lastOn().isBefore(told.firstOn()) || told.lastOn().isBefore(Clocks.today(clock))) {
            throw new SocialRefusal.BadDays();
        }
        if (!told.kind().allows(told.firstOn(), told.lastOn())) {
            throw new SocialRefusal.WithoutPovertyDay();
        }
        if (!rows.add(told)) {
            throw new SocialRefusal.IdTaken(told.id());
        }
        signatory.sign(caseOf(told), CampaignStep.PLAN, null, "");
        return get(told.id());
    }

    /** @throws SocialRefusal.Unknown if there is none */
    @Transactional
    public Handled get(UUID id) {
        var today = Clocks.today(clock);
        var campaign = rows.find(id).orElseThrow(() -> new SocialRefusal.Unknown(id));
        return new Handled(rows.report(campaign, today), campaign.isRunning(today), signatory.list(id));
    }

    /**
     * @throws SocialRefusal if the campaign is of a place above, or is closed without the reason that this needs
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     */
    @Transactional
    public Handled take(UUID id, CampaignStep step, String remark) {
        var seen = rows.find(id).orElseThrow(() -> new SocialRefusal.Unknown(id));
        var campaign = rows.lock(id).orElseThrow(() -> new SocialRefusal.OfAnotherPlace(seen.division()));
        signatory.sign(caseOf(campaign), step, campaign.state(), remark);
        if (step == CampaignStep.CLOSE) {
            close(campaign, remark);
        } else {
            rows.move(id, step.to());
        }
        var handled = get(id);
        if (step == CampaignStep.OPEN) {
            announcing.tell(told(Announcement.Type.SOCIAL_CAMPAIGN_OPENED, handled.report()));
        } else if (step == CampaignStep.CLOSE) {
            announcing.tell(told(Announcement.Type.SOCIAL_CAMPAIGN_CLOSED, handled.report()));
        }
        return handled;
    }

    private void close(Campaign campaign, String reason) {
        var today = Clocks.today(clock);
        if (reason.isEmpty() && !today.isAfter(campaign.lastOn())) {
            throw new SocialRefusal.ClosedEarly(campaign.lastOn());
        }
        if (reason.isEmpty() && rows.report(campaign, today).hasUnconfirmed()) {
            throw new SocialRefusal.Unconfirmed();
        }
        rows.close(campaign, today);
    }

    /**
     * Holds a campaign open for a need or an offer until the transaction ends.
     *
     * @param place of the need or offer
     * @param firstOn when it is there at the earliest
     * @throws SocialRefusal if there is no such campaign, it is not open, over by then, or of another area
     */
    Campaign join(UUID id, long place, LocalDate firstOn) {
        rows.hold(id);
        var campaign = rows.find(id).orElseThrow(() -> new SocialRefusal.UnknownCampaign(id));
        if (campaign.state() != CampaignState.OPEN) {
            throw new SocialRefusal.CampaignNotOpen(campaign.state());
        }
        var today = Clocks.today(clock);
        if (today.isAfter(campaign.lastOn()) || firstOn.isAfter(campaign.lastOn())) {
            throw new SocialRefusal.CampaignOver(campaign.lastOn());
        }
        var reached = Area.ofPrefix(Long.toString(campaign.division()));
        if (!reached.covers(Area.ofPrefix(Long.toString(place)))) {
            throw new SocialRefusal.OutsideCampaign(campaign.division());
        }
        return campaign;
    }

    /** What everybody may see, in the order of their ids. */
    public List<CampaignNotice> notices(CampaignRows.Filter filter, @Nullable UUID after, int limit) {
        return rows.notices(filter, after, limit);
    }

    /** What everybody may see of one. */
    public record Notice(CampaignNotice notice, List<CampaignReport.Figure> figures) {}

    /** @throws SocialRefusal.Unknown if there is none that is or was open */
    @Transactional
    public Notice notice(UUID id) {
        var notice = rows.notice(id).orElseThrow(() -> new SocialRefusal.Unknown(id));
        return new Notice(
                notice, rows.report(notice.campaign(), Clocks.today(clock)).figures());
    }

    private static Case caseOf(Campaign campaign) {
        return Case.of("social-campaign", campaign.id(), campaign.division());
    }

    private static SocialCampaignChanged told(Announcement.Type type, CampaignReport report) {
        var campaign = report.campaign();
        return new SocialCampaignChanged(
                type,
                campaign.id(),
                "%012d".formatted(campaign.division()),
                campaign.kind().name(),
                campaign.firstOn(),
                campaign.lastOn(),
                campaign.targetFen() == null ? null : Yuan.of(campaign.targetFen()),
                Yuan.ofWhole(report.moneyOffered()),
                Yuan.ofWhole(report.moneyConfirmed()),
                report.donors(),
                report.receivers(),
                campaign.state().name(),
                campaign.revision());
    }
}
