package org.jingzhun.pairing.social;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.announcing.Announcing;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.MatchConfirmed;
import org.jingzhun.pairing.signing.Case;
import org.jingzhun.pairing.signing.Signatory;
import org.jingzhun.pairing.social.matching.SocialMatching;
import org.jspecify.annotations.Nullable;

/** Publishes needs and offers, brings them together, and has the receiver confirm. */
@ApplicationScoped
public class Helping {

    /** Keys of the policy. */
    private enum Weight {
        UNMET,
        HOUSEHOLD_FIRST,
        URGENT,
        URGENT_DAYS
    }

    private final SocialRows rows;
    private final Signatory signatory;
    private final Campaigns campaigns;
    private final Policies policies;
    private final Announcing announcing;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Helping(
            SocialRows rows,
            Signatory signatory,
            Campaigns campaigns,
            Policies policies,
            Announcing announcing,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.signatory = signatory;
        this.campaigns = campaigns;
        this.policies = policies;
        this.announcing = announcing;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A match with its steps. */
    public record Handled(Match match, List<Signature> steps) {}

    /** @throws SocialRefusal if the place is not known, the day is over, the campaign does not take it, or the id stands otherwise */
    @Transactional
    public Need publish(Need need) {
        var there = rows.need(need.id());
        if (there.isPresent()) {
            return requireSame(there, need);
        }
        if (!caller.get().area().covers(need.villageCode()) || !rows.isKnown(need.villageCode(), need.householdId())) {
            throw new SocialRefusal.UnknownPlace();
        }
        if (need.neededBy().isBefore(Clocks.today(clock))) {
            throw new SocialRefusal.BadDays();
        }
        if (need.campaignId() != null) {
            campaigns.join(need.campaignId(), need.villageCode(), Clocks.today(clock));
        }
        rows.add(need);
        audit.record(AuditEntry.of("need-published", "need", need.id()).in(need.villageCode()));
        return requireSame(rows.need(need.id()), need);
    }

    private static Need requireSame(Optional<Need> there, Need need) {
        return there.filter(known -> known.says(need)).orElseThrow(() -> new SocialRefusal.IdTaken(need.id()));
    }

    /** @throws SocialRefusal if the place, its days or the campaign do not fit, or the id stands with other content */
    @Transactional
    public Offer publish(Offer offer) {
        if (offer.campaignId() != null && offer.campaign() != null) {
            throw new SocialRefusal.CampaignNamedTwice();
        }
        var there = rows.offer(offer.id());
        if (there.isPresent()) {
            return requireSame(there, offer);
        }
        if (!caller.get().area().covers(Area.ofPrefix(Long.toString(offer.division())))) {
            throw new SocialRefusal.UnknownPlace();
        }
        if (offer.lastOn().isBefore(offer.firstOn()) || offer.lastOn().isBefore(Clocks.today(clock))) {
            throw new SocialRefusal.BadDays();
        }
        rows.add(
                offer.campaignId() == null
                        ? offer
                        : offer.of(campaigns.join(offer.campaignId(), offer.division(), offer.firstOn())));
        audit.record(AuditEntry.of("offer-published", "offer", offer.id()).in(offer.division()));
        return requireSame(rows.offer(offer.id()), offer);
    }

    private static Offer requireSame(Optional<Offer> there, Offer offer) {
        return there.filter(known -> known.says(offer)).orElseThrow(() -> new SocialRefusal.IdTaken(offer.id()));
    }

    /** @throws SocialRefusal.AlreadyMatched if something of it is matched, or it is not known */
    @Transactional
    public Need withdrawNeed(UUID id) {
        var need = rows.need(id).orElseThrow(() -> new SocialRefusal.Unknown(id));
        if (!rows.withdraw("social_need", id)) {
            throw new SocialRefusal.AlreadyMatched();
        }
        audit.record(AuditEntry.of("need-withdrawn", "need", id).in(need.villageCode()));
        return rows.need(id).orElseThrow();
    }

    /** @throws SocialRefusal.AlreadyMatched if something of it is matched, or it is not known */
    @Transactional
    public Offer withdrawOffer(UUID id) {
        var offer = rows.offer(id)
                .filter(each -> caller.get().area().covers(Area.ofPrefix(Long.toString(each.division()))))
                .orElseThrow(() -> new SocialRefusal.Unknown(id));
        if (!rows.withdraw("social_offer", id)) {
            throw new SocialRefusal.AlreadyMatched();
        }
        audit.record(AuditEntry.of("offer-withdrawn", "offer", id).in(offer.division()));
        return rows.offer(id).orElseThrow();
    }

    /**
     * Brings together what is open of a kind in a division; what is over, withdrawn or matched stays aside, and no offer
     * meets a need that is over when it begins.
     *
     * @return the new matches
     * @throws SocialRefusal.UnknownPlace if the division is not the caller's
     */
    @Transactional
    public List<Match> match(long division, HelpKind kind) {
        var area = Area.ofPrefix(Long.toString(division));
        if (!caller.get().area().covers(area)) {
            throw new SocialRefusal.UnknownPlace();
        }
        var today = Clocks.today(clock);
        var needs = rows.openNeeds(area, kind, today);
        var villages = new HashMap<UUID, Long>();
        needs.forEach(need -> villages.put(need.id(), need.villageCode()));
        var open = rows.openOffers(area, kind, today);
        var ofCampaigns = new HashMap<UUID, @Nullable UUID>();
        open.forEach(offer -> ofCampaigns.put(offer.id(), offer.campaignId()));
        var offers = open.stream().map(offer -> usable(offer, today)).toList();
        var matches = new ArrayList<Match>();
        for (var each : SocialMatching.of(
                needs.stream().map(need -> weighed(need, today)).toList(), offers)) {
            long village = villages.getOrDefault(each.need(), division);
            matches.add(new Match(
                    UuidCreator.getTimeOrderedEpochPlus1(),
                    each.need(),
                    each.offer(),
                    village,
                    each.amount(),
                    ofCampaigns.get(each.offer()),
                    today,
                    MatchState.PROPOSED,
                    0));
        }
        rows.add(matches);
        signatory.begin(matches.stream().map(Helping::named).toList(), MatchStep.PROPOSE);
        return matches;
    }

    private SocialMatching.Need weighed(Need need, LocalDate today) {
        var weights = policies.socialWeights.on(today);
        int weight = weights.get(Weight.UNMET);
        if (need.householdId() != null) {
            weight += weights.get(Weight.HOUSEHOLD_FIRST);
        }
        if (!need.neededBy().isAfter(today.plusDays(weights.get(Weight.URGENT_DAYS)))) {
            weight += weights.get(Weight.URGENT);
        }
        return new SocialMatching.Need(need.id(), need.villageCode(), need.open(), weight, need.neededBy());
    }

    /** How long an offer has stood makes no difference. */
    private static SocialMatching.Offer usable(Offer offer, LocalDate today) {
        var from = offer.firstOn().isAfter(today) ? offer.firstOn() : today;
        return new SocialMatching.Offer(offer.id(), offer.division(), offer.open(), from);
    }

    /** @throws SocialRefusal.Unknown if there is none */
    @Transactional
    public Handled get(UUID id) {
        return new Handled(rows.match(id).orElseThrow(() -> new SocialRefusal.Unknown(id)), signatory.list(id));
    }

    /** @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller */
    @Transactional
    public Handled take(UUID id, MatchStep step, String remark) {
        var match = rows.lock(id).orElseThrow(() -> new SocialRefusal.Unknown(id));
        signatory.sign(named(match), step, match.state(), remark);
        rows.move(id, step.to());
        if (step == MatchStep.REFUSE) {
            rows.reopen(match);
        }
        var handled = get(id);
        if (step == MatchStep.CONFIRM) {
            announcing.tell(told(handled.match()));
        }
        return handled;
    }

    private static MatchConfirmed told(Match match) {
        return new MatchConfirmed(
                Announcement.Type.MATCH_CONFIRMED,
                match.id(),
                match.needId(),
                match.offerId(),
                Divisions.text(match.villageCode()),
                match.amount(),
                match.matchedOn(),
                match.campaignId(),
                match.state().name(),
                match.revision());
    }

    private static Case named(Match match) {
        return Case.of("match", match.id(), match.villageCode());
    }
}
