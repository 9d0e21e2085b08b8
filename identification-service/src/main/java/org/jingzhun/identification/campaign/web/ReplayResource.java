package org.jingzhun.identification.campaign.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.assessment.Appraising;
import org.jingzhun.identification.assessment.Assessment;
import org.jingzhun.identification.assessment.Assessments;
import org.jingzhun.identification.assessment.web.ScoreChangeView;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.CampaignRefusal;
import org.jingzhun.identification.campaign.Campaigning;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.campaign.Candidature;
import org.jingzhun.identification.campaign.Candidatures;
import org.jingzhun.identification.campaign.CutLines;
import org.jingzhun.identification.campaign.Gate;
import org.jingzhun.identification.campaign.Need;
import org.jingzhun.identification.campaign.Replay;
import org.jingzhun.identification.campaign.Replaying;
import org.jingzhun.identification.campaign.Round;
import org.jingzhun.identification.campaign.Rounds;
import org.jingzhun.identification.campaign.Stage;
import org.jspecify.annotations.Nullable;

/** Why a round came out as it did: its replay, and the explanation of each score that decides. */
@Path("/v1/rounds/{id}")
@Tag(name = "Rounds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class ReplayResource {

    private final Replaying replaying;
    private final Campaigns campaigns;
    private final Campaigning campaigning;
    private final Rounds rounds;
    private final CutLines lines;
    private final Candidatures candidatures;
    private final Assessments assessments;
    private final Appraising appraising;
    private final Audit audit;

    ReplayResource(
            Replaying replaying,
            Campaigns campaigns,
            Campaigning campaigning,
            Rounds rounds,
            CutLines lines,
            Candidatures candidatures,
            Assessments assessments,
            Appraising appraising,
            Audit audit) {
        this.replaying = replaying;
        this.campaigns = campaigns;
        this.campaigning = campaigning;
        this.rounds = rounds;
        this.lines = lines;
        this.candidatures = candidatures;
        this.assessments = assessments;
        this.appraising = appraising;
        this.audit = audit;
    }

    /** @param code of the refusal that the table of gates gives to the step behind those that pass */
    @Schema(name = "BrokenStep")
    public record BrokenView(String code, String detail) {}

    /** A round made anew from its history, beside what is stored. */
    @Schema(name = "RoundReplay")
    public record ReplayView(
            UUID roundId,
            Stage storedStage,
            Stage replayedStage,

            @Schema(description = "By the history.") @Nullable
            LocalDate noticeSince,

            @Schema(description = "Those that the table of gates lets pass, in their order.")
            List<Gate> steps,

            @Schema(description = "Why the table stops at the step behind them; absent when it lets all pass.")
            @Nullable
            BrokenView broken,

            @Schema(
                    description =
                            "What steps from before it was kept are taken to have found well; empty for younger rounds.")
            List<Need> assumed,

            @Schema(description = "Households whose scores were made anew.")
            int candidates,

            List<Replay.Difference> differences,
            boolean agrees) {}

    /** The visit that gives a score. */
    @Schema(name = "ScoredVisit")
    public record VisitView(
            UUID assessmentId,
            org.jingzhun.identification.assessment.Round round,
            LocalDate visitedOn,
            String scorecard,
            int score,

            @Schema(description = "Whether its score, as appraisals changed it, counts.")
            boolean counts) {}

    /** The score that decides about a household, explained. */
    @Schema(name = "CandidateExplanation")
    public record ExplanationView(
            Candidature candidate, List<VisitView> visits, List<ScoreChangeView> changes, String explanation) {}

    @GET
    @Path("/replay")
    @Operation(
            operationId = "replayRound",
            summary = "Make the round anew from its steps, minutes, objections, visits and changed scores",
            description = "The stored steps go through the table of gates once more; scores are made anew from answers"
                    + " and appraisals. Where the result is not what is stored, the differences say so.")
    public ReplayView replay(@PathParam("id") UUID id, @Context RoutingContext exchange) {
        Replay replay = replaying.replay(id);
        CampaignRefusal broken = replay.broken();
        return new ReplayView(
                id,
                replay.storedStage(),
                replay.stage(),
                replay.noticeSince(),
                replay.steps(),
                broken == null ? null : broken(CampaignProblems.problem(broken), exchange),
                replay.assumed().stream().sorted().toList(),
                replay.candidates(),
                replay.differences(),
                replay.agrees());
    }

    private static BrokenView broken(Problem problem, RoutingContext exchange) {
        return new BrokenView(problem.code(), Problems.detail(problem.code(), problem.args(), exchange));
    }

    @GET
    @Path("/candidates/{household}")
    @Transactional
    @Operation(
            operationId = "explainCandidate",
            summary = "The score that decides about a household: its visits and how appraisals changed it")
    public ExplanationView explain(@PathParam("id") UUID id, @PathParam("household") UUID household) {
        Round round = rounds.get(id);
        Campaign campaign = campaigns.get(round.campaignId());
        var reading = new Candidatures.Reading(
                campaign,
                campaigning.directionOf(campaign),
                lines.findLatest(campaign.id()).orElse(null));
        Candidature candidate = candidatures
                .find(reading, round.villageCode(), household)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(AuditEntry.of("candidate-explained", "household", household)
                .in(round.villageCode())
                .with("round", id));
        List<Assessment> visits = assessments.listOf(campaign.id(), household).stream()
                .sorted(Comparator.comparing(visit -> visit.visit().round()))
                .toList();
        Assessment last = visits.getLast();
        List<ScoreChangeView> changes = visits.stream()
                .flatMap(visit -> appraising.explain(visit).stream())
                .map(ScoreChangeView::of)
                .toList();
        return new ExplanationView(
                candidate,
                visits.stream().map(visit -> view(visit, visit == last)).toList(),
                changes,
                explanation(candidate, last, changes, reading));
    }

    private static VisitView view(Assessment visit, boolean counts) {
        return new VisitView(
                visit.id(),
                visit.visit().round(),
                visit.visit().visitedOn(),
                visit.answers().scorecard(),
                visit.score(),
                counts);
    }

    private static String explanation(
            Candidature candidate, Assessment last, List<ScoreChangeView> changes, Candidatures.Reading reading) {
        CutLines.@Nullable FixedLine line = reading.line();
        String scorecard = reading.campaign().scorecard();
        StringBuilder text = new StringBuilder("%d points at the %s of %s by %s"
                .formatted(
                        last.score(),
                        last.visit().round(),
                        last.visit().visitedOn(),
                        last.answers().scorecard()));
        if (!scorecard.equals(last.answers().scorecard())) {
            text.append("; scored anew by %s".formatted(scorecard));
        }
        changes.stream()
                .filter(change -> change.assessmentId().equals(last.id()))
                .forEach(change -> text.append("; %s made it %d".formatted(change.step(), change.after())));
        text.append("; %d count".formatted(candidate.score()));
        text.append(line == null ? "; no line is fixed" : "; the line is %d".formatted(line.score()));
        return text.append(": ").append(candidate.decision()).append('.').toString();
    }
}
