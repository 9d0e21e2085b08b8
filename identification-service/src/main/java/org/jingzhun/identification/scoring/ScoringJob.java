package org.jingzhun.identification.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.scorecard.Scorecards;

/**
 * Makes a scoring: holds the campaign's gates, line and visits, lets {@link ScoreWriter} store the new scores behind the old
 * ones, and puts them in force, all or none.
 */
@ApplicationScoped
class ScoringJob implements JobKind {

    static final String KIND = "scoring";

    private final Scoring scoring;
    private final Scorings scorings;
    private final ScoreWriter writer;
    private final Campaigns campaigns;
    private final Scorecards scorecards;
    private final EntityManager database;
    private final Audit audit;
    private final Clock clock;

    ScoringJob(
            Scoring scoring,
            Scorings scorings,
            ScoreWriter writer,
            Campaigns campaigns,
            Scorecards scorecards,
            EntityManager database,
            Audit audit,
            Clock clock) {
        this.scoring = scoring;
        this.scorings = scorings;
        this.writer = writer;
        this.campaigns = campaigns;
        this.scorecards = scorecards;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    record Input(UUID scoringId) {}

    /**
     * What came of it.
     *
     * @param changed visits that got another score
     */
    @Schema(name = "ScoringSummary")
    public record Summary(UUID scoringId, String scorecard, int visits, int changed) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        var before = run.checkpoint(Summary.class);
        if (before.isPresent()) {
            return Outcome.succeeded(before.get());
        }
        CampaignScoring order = scorings.get(run.input(Input.class).scoringId());
        scorings.drop(order.id());
        boolean isInForce = false;
        try {
            Progress made = run.inChunk(connection -> make(order, run));
            isInForce = true;
            run.analyze(List.of("score"));
            return Outcome.succeeded(made.checkpoint());
        } finally {
            if (!isInForce) {
                scorings.drop(order.id());
            }
        }
    }

    private Progress make(CampaignScoring order, JobRun run) throws InterruptedException {
        scorings.hold(order.campaignId());
        Campaign campaign = campaigns.get(order.campaignId());
        database.refresh(campaign);
        scoring.requireOpen(campaign, order.scorecard());
        ScoreWriter.Written written = writer.write(
                order,
                scorings.townships(campaign),
                new ScoreWriter.Cards(
                        scorecards.get(campaign.scorecard()).table(),
                        scorecards.get(order.scorecard()).table()),
                run);
        if (!written.faulty().isEmpty()) {
            throw new ScoringRefusal.NotScorable(
                            order.scorecard(), written.faulty().size(), Scoring.firstOf(written.faulty()))
                    .asException();
        }
        Instant now = clock.instant();
        scorings.putInForce(order, scorings.inForce(campaign.id()), written.visits(), written.changed(), now);
        audit.record(AuditEntry.of("scoring-in-force", "campaign", campaign.id())
                .in(campaign.county())
                .with("scoring", order.id())
                .with("scorecard", order.scorecard())
                .with("visits", written.visits())
                .with("changed", written.changed()));
        return new Progress(
                new Summary(order.id(), order.scorecard(), written.visits(), written.changed()), written.visits());
    }
}
