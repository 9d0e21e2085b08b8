package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.identification.assessment.CampaignScorecards;
import org.jingzhun.identification.campaign.line.Candidates;
import org.jingzhun.identification.campaign.line.CutLine;
import org.jingzhun.identification.campaign.line.Line;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.division.Divisions;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.scorecard.PublishedScorecard;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jingzhun.identification.veto.VetoLists;
import org.jspecify.annotations.Nullable;

/** Begins campaigns and fixes their cut line. */
@ApplicationScoped
public class Campaigning {

    private static final String METHOD = "cut-line/1";

    private final Campaigns campaigns;
    private final Rounds rounds;
    private final CutLines lines;
    private final Standing standing;
    private final NoticePolicies notices;
    private final Policies policies;
    private final Divisions divisions;
    private final Scorecards scorecards;
    private final VetoLists vetoLists;
    private final CampaignScorecards campaignScorecards;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Campaigning(
            Campaigns campaigns,
            Rounds rounds,
            CutLines lines,
            Standing standing,
            NoticePolicies notices,
            Policies policies,
            Divisions divisions,
            Scorecards scorecards,
            VetoLists vetoLists,
            CampaignScorecards campaignScorecards,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.lines = lines;
        this.standing = standing;
        this.notices = notices;
        this.policies = policies;
        this.divisions = divisions;
        this.scorecards = scorecards;
        this.vetoLists = vetoLists;
        this.campaignScorecards = campaignScorecards;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public record Begun(Campaign campaign, boolean isNew) {}

    /**
     * Begins a campaign under an id that the client chose and opens a round for each village; of a known campaign the
     * quota can be changed until the line is fixed.
     *
     * @param ifMatch the revision that the client has seen; needed to change a known campaign
     * @throws CampaignException when the domain says no
     */
    @Transactional
    public Begun begin(UUID id, CampaignPlan plan, @Nullable String ifMatch) {
        Campaign known = campaigns.findById(id);
        if (known != null) {
            return new Begun(change(known, plan, ifMatch), false);
        }
        requireCounty(plan.county());
        requireVersions(id, plan);
        Campaign campaign = new Campaign(
                id,
                plan,
                notices.settle(plan, caller.get().subject()),
                new Campaign.Rules(
                        rule(Policies.Name.QUORUM, plan),
                        rule(Policies.Name.MAJORITY, plan),
                        rule(Policies.Name.LINE_EDGE, plan),
                        rule(Policies.Name.VISIT_MONTHS_BEFORE, plan),
                        rule(Policies.Name.VISIT_MONTHS_AFTER, plan)));
        int outside = campaigns.countVisitsOutside(id, campaign.visitsFrom(), campaign.visitsUntil());
        if (outside > 0) {
            throw new CampaignRefusal.VisitsOutOfTime(outside, campaign.visitsFrom(), campaign.visitsUntil())
                    .asException();
        }
        campaigns.persistAndFlush(campaign);
        int villages = rounds.openAll(campaign);
        audit.record(AuditEntry.of("campaign-begun", "campaign", id)
                .in(campaign.county())
                .with("villages", villages)
                .with("quotaPersons", campaign.quotaPersons())
                .with("noticeDays", campaign.noticeDays()));
        return new Begun(campaign, true);
    }

    private Policies.Policy rule(Policies.Name name, CampaignPlan plan) {
        return policies.inForce(name, plan.county(), plan.year());
    }

    private Campaign change(Campaign known, CampaignPlan plan, @Nullable String ifMatch) {
        boolean lineFixed = lines.findLatest(known.id()).isPresent();
        int before = known.quotaPersons();
        if (known.change(plan, lineFixed)) {
            Revisions.require(ifMatch, known.revision());
            audit.record(AuditEntry.of("campaign-quota-changed", "campaign", known.id())
                    .in(known.county())
                    .with("before", before)
                    .with("quotaPersons", known.quotaPersons()));
            campaigns.flush();
        }
        return known;
    }

    private void requireCounty(long code) {
        boolean isCounty = divisions
                .findByCode(code)
                .filter(division -> division.level() == Level.COUNTY)
                .isPresent();
        if (!isCounty || !caller.get().area().covers(code)) {
            throw new CampaignRefusal.UnknownCounty(DivisionCode.text(code)).asException();
        }
    }

    private void requireVersions(UUID id, CampaignPlan plan) {
        PublishedScorecard scorecard = scorecards
                .find(plan.scorecard())
                .orElseThrow(() -> new CampaignRefusal.UnknownScorecard(plan.scorecard()).asException());
        if (scorecard.stage() != org.jingzhun.identification.scorecard.Stage.PUBLISHED
                || !scorecard.isFor(plan.county())) {
            throw new CampaignRefusal.ScorecardNotInForce(plan.scorecard()).asException();
        }
        if (vetoLists.find(plan.vetoList()).isEmpty()) {
            throw new CampaignRefusal.UnknownVetoList(plan.vetoList()).asException();
        }
        String settled = campaignScorecards.settle(id, plan.scorecard());
        if (!settled.equals(plan.scorecard())) {
            throw new CampaignRefusal.OtherScorecard(settled, plan.scorecard()).asException();
        }
    }

    /**
     * Fixes the cut line, until the county has reviewed the first village with it.
     *
     * @param handedDown the score that the region set; null to compute it from the quota
     * @throws CampaignException when the domain says no
     */
    @Transactional
    public CutLines.FixedLine fixLine(UUID id, @Nullable Integer handedDown, @Nullable String documentNumber) {
        Campaign campaign = campaigns.get(id);
        requireWholeCounty(campaign);
        campaigns.getEntityManager().lock(campaign, LockModeType.PESSIMISTIC_WRITE);
        Standing.Overall overall = standing.of(campaign);
        requireReady(campaign, overall);
        Direction direction = directionOf(campaign);
        Candidates candidates = lines.candidates(id);
        int version = lines.nextVersion(id);
        Outline outline = handedDown == null
                ? outline(CutLine.draw(candidates, direction, campaign.quotaPersons()))
                : Outline.within(candidates, direction, handedDown);
        CutLines.FixedLine line = new CutLines.FixedLine(
                version,
                handedDown == null ? CutLines.Origin.QUOTA : CutLines.Origin.HANDED_DOWN,
                outline.score(),
                campaign.quotaPersons(),
                outline.households(),
                outline.persons(),
                outline.next() == null ? null : outline.next().score(),
                outline.next() == null ? null : outline.next().households(),
                outline.next() == null ? null : outline.next().persons(),
                campaign.scorecard(),
                campaign.vetoList(),
                METHOD,
                documentNumber,
                caller.get().subject(),
                caller.get().name(),
                clock.instant());
        lines.keep(campaign, line, direction == Direction.LOW_IS_POOR ? "asc" : "desc");
        audit.record(AuditEntry.of("line-fixed", "campaign", id)
                .in(campaign.county())
                .with("origin", line.origin())
                .with("score", line.score())
                .with("version", version));
        return line;
    }

    /** The direction of the campaign's scorecard. */
    public Direction directionOf(Campaign campaign) {
        return scorecards.get(campaign.scorecard()).card().direction();
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 403: who sees a part of the county cannot rank it */
    public void requireWholeCounty(Campaign campaign) {
        if (!caller.get().area().covers(new Area(campaign.county(), campaign.countyEnd()))) {
            throw Problem.of(403, "county-required").asException();
        }
    }

    private static void requireReady(Campaign campaign, Standing.Overall overall) {
        if (overall.decided() > 0) {
            throw new CampaignRefusal.LineInUse(overall.decided()).asException();
        }
        if (overall.unvisited() > 0) {
            throw new CampaignRefusal.RoundsNotVisited(overall.unvisited()).asException();
        }
        if (campaign.screenedAt() == null) {
            throw new CampaignRefusal.NotScreened().asException();
        }
        if (overall.openFlags() > 0) {
            throw new CampaignRefusal.OpenFlags(overall.openFlags()).asException();
        }
    }

    private static Outline outline(Line line) {
        return switch (line) {
            case Line.Drawn drawn -> new Outline(drawn.score(), drawn.households(), drawn.persons(), drawn.next());
            case Line.NobodyWithin none ->
                throw new CampaignRefusal.NobodyWithin(
                                none.quotaPersons(),
                                none.poorest() == null ? null : none.poorest().persons())
                        .asException();
            case Line.QuotaRefused refused ->
                throw new IllegalStateException("quota %d must be 1 or more".formatted(refused.quotaPersons()));
        };
    }
}
