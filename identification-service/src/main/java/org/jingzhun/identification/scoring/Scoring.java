package org.jingzhun.identification.scoring;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.Campaigning;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.scorecard.PublishedScorecard;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.scoring.Category;
import org.jingzhun.identification.scorecard.scoring.Item;
import org.jingzhun.identification.scorecard.scoring.Scorecard;

/** Orders that all visits of a campaign are scored by a corrected edition or a variant of its county. */
@ApplicationScoped
public class Scoring {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int NAMED = 20;

    private final Campaigns campaigns;
    private final Campaigning campaigning;
    private final Scorecards scorecards;
    private final Scorings scorings;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Scoring(
            Campaigns campaigns,
            Campaigning campaigning,
            Scorecards scorecards,
            Scorings scorings,
            Jobs jobs,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.campaigns = campaigns;
        this.campaigning = campaigning;
        this.scorecards = scorecards;
        this.scorings = scorings;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is ordered.
     *
     * @param scorecard the edition that is to count
     * @param documentNumber of the document that says so
     */
    public record Order(String scorecard, String reason, String documentNumber) {}

    /**
     * Orders a scoring.
     *
     * @return id of the scoring and of the job that makes it
     * @throws org.jingzhun.chassis.http.ProblemException 403, 404, or what {@link ScoringRefusal} says
     */
    @Transactional
    public UUID order(UUID campaignId, Order order) {
        Campaign campaign = campaigns.get(campaignId);
        campaigning.requireWholeCounty(campaign);
        PublishedScorecard card = scorecards
                .find(order.scorecard())
                .orElseThrow(() -> new ScoringRefusal.UnknownScorecard(order.scorecard()).asException());
        if (!card.takesAnswersOn(LocalDate.ofInstant(clock.instant(), CHINA)) || !card.isFor(campaign.county())) {
            throw new ScoringRefusal.NotInForce(order.scorecard()).asException();
        }
        requireOpen(campaign, order.scorecard());
        UUID id = UuidCreator.getTimeOrderedEpoch();
        scorings.add(id, campaignId, order, caller.get(), clock.instant());
        audit.record(AuditEntry.of("scoring-ordered", "campaign", campaignId)
                .in(campaign.county())
                .with("scoring", id)
                .with("scorecard", order.scorecard())
                .with("before", campaign.scorecard()));
        return jobs.submit(id, ScoringJob.KIND, new ScoringJob.Input(id), null);
    }

    /** Asked when it is ordered, and again by the job when it holds the campaign. */
    void requireOpen(Campaign campaign, String version) {
        if (campaign.scorecard().equals(version)) {
            throw new ScoringRefusal.SameScorecard(version).asException();
        }
        List<String> others = otherItems(
                scorecards.get(campaign.scorecard()).card(),
                scorecards.get(version).card());
        if (!others.isEmpty()) {
            throw new ScoringRefusal.OtherItems(version, firstOf(others)).asException();
        }
        List<String> decided = scorings.decidedVillages(campaign.id());
        if (!decided.isEmpty()) {
            throw new ScoringRefusal.ScoresDecided(campaign.id(), decided.size(), firstOf(decided)).asException();
        }
    }

    static <T> List<T> firstOf(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(NAMED, all.size())));
    }

    /** A sheet of one card is a sheet of the other when their items are the same at the same places. */
    private static List<String> otherItems(Scorecard before, Scorecard after) {
        List<String> answered = codes(before);
        List<String> asked = codes(after);
        List<String> others = new ArrayList<>();
        for (int place = 0; place < Math.max(answered.size(), asked.size()); place++) {
            String was = place < answered.size() ? answered.get(place) : "";
            String is = place < asked.size() ? asked.get(place) : "";
            if (!was.equals(is)) {
                others.add(is.isEmpty() ? was : is);
            }
        }
        return others;
    }

    private static List<String> codes(Scorecard card) {
        return card.categories().stream()
                .map(Category::items)
                .flatMap(List::stream)
                .map(Item::code)
                .toList();
    }
}
