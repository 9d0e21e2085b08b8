package org.jingzhun.identification.assessment.web;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.assessment.Appraising;
import org.jingzhun.identification.assessment.Assessing;
import org.jingzhun.identification.assessment.Assessment;
import org.jingzhun.identification.assessment.Assessments;
import org.jingzhun.identification.assessment.StandingScores;
import org.jingzhun.identification.assessment.Visit;
import org.jingzhun.identification.assessment.web.FormBody.AlterationBody;
import org.jingzhun.identification.scorecard.PublishedScorecard;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.Stage;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jingzhun.identification.scorecard.scoring.Score;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jspecify.annotations.Nullable;

/** Assessments of the households of the caller's area. */
@Path("/v1/assessments")
@Tag(name = "Assessments")
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
public class AssessmentResource {

    private final Assessments assessments;
    private final Assessing assessing;
    private final Appraising appraising;
    private final StandingScores standingScores;
    private final Scorecards scorecards;
    private final Audit audit;

    AssessmentResource(
            Assessments assessments,
            Assessing assessing,
            Appraising appraising,
            StandingScores standingScores,
            Scorecards scorecards,
            Audit audit) {
        this.assessments = assessments;
        this.assessing = assessing;
        this.appraising = appraising;
        this.standingScores = standingScores;
        this.scorecards = scorecards;
        this.audit = audit;
    }

    /**
     * The stored score beside one that was just made from the stored answers.
     *
     * @param agrees whether both are the same, and the changes lead from it to what counts, as they must
     * @param scorecardStage PUBLISHED or RETIRED: retired cards prove their scores as well
     * @param scorecardSha256 digest of the card's content
     */
    @Schema(name = "AssessmentProof")
    public record ProofView(
            UUID id,
            String scorecard,
            Stage scorecardStage,
            String scorecardSha256,
            Map<String, List<String>> answers,
            int stored,
            ScoreView recomputed,

            @Schema(description = "By each scoring of the campaign, the first first; one of them is in force.")
            List<StandingScoreView> scorings,

            @Schema(description = "How appraisals changed it, the oldest first.")
            List<ScoreChangeView> changes,

            @Schema(description = "What counts after the changes.")
            int counted,

            boolean agrees) {}

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.COUNTY_OFFICER})
    @Operation(operationId = "putAssessment", summary = "Record a visit and get its score explained")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(
            responseCode = "201",
            description = "New; Location is where it is.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid AssessmentBody body) {
        AlterationBody alteration = body.alteration();
        Assessing.Assessed assessed = assessing.assess(
                id,
                body.visit(),
                body.scorecard(),
                body.answers(),
                alteration == null ? null : alteration.alteration(),
                ifMatch);
        return Revisions.recorded(
                assessed.isNew(),
                "/v1/assessments/" + id,
                view(assessed.assessment(), assessed.score()),
                assessed.assessment().revision());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getAssessment", summary = "A visit with its answers and its score")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    public Response get(@PathParam("id") UUID id) {
        Assessment assessment = read(id);
        return Revisions.answer(view(assessment, assessing.recompute(assessment)), assessment.revision());
    }

    @GET
    @Path("/{id}/proof")
    @Transactional
    @Operation(operationId = "proveAssessment", summary = "The stored score beside a fresh recomputation")
    public ProofView prove(@PathParam("id") UUID id) {
        Assessment assessment = read(id);
        Score score = assessing.recompute(assessment);
        PublishedScorecard scorecard = scorecards.get(assessment.answers().scorecard());
        List<Appraising.Explained> changes = appraising.explain(assessment);
        List<StandingScoreView> scorings = standingScores.listOf(id).stream()
                .map(standing -> StandingScoreView.of(standing, assessing.recompute(standing.answers())))
                .toList();
        StandingScoreView inForce = scorings.getLast();
        return new ProofView(
                id,
                scorecard.version(),
                scorecard.stage(),
                scorecard.sha256(),
                answers(assessment),
                assessment.score(),
                ScoreView.of(score),
                scorings,
                changes.stream().map(ScoreChangeView::of).toList(),
                assessment.counted(),
                score.total() == assessment.score()
                        && scorings.stream().allMatch(StandingScoreView::agrees)
                        && appraising
                                .verify(
                                        assessment.answers().readBy(inForce.scorecard()),
                                        inForce.recomputed().total(),
                                        assessment.counted(),
                                        changes.stream()
                                                .map(Appraising.Explained::change)
                                                .toList())
                                .isEmpty());
    }

    @GET
    @Path("/{id}/difference")
    @Transactional
    @Operation(
            operationId = "compareAssessment",
            summary = "What changed item by item: from another assessment of the household, or to another scorecard")
    public DifferenceView compare(
            @PathParam("id") UUID id,
            @QueryParam("with")
                    @Parameter(description = "The assessment that is compared with, of another year or round.")
                    @Nullable
                    UUID with,
            @QueryParam("scorecard")
                    @Size(max = Visit.LONGEST_NAME)
                    @Parameter(description = "The scorecard by which the same answers are scored.")
                    @Nullable
                    String scorecard) {
        Assessment assessment = read(id);
        if ((with == null) == (scorecard == null)) {
            throw Problem.of(400, "one-comparison").asException();
        }
        if (with == null) {
            return DifferenceView.between(
                    assessment, assessment, assessing.rescore(assessment, requireNonNull(scorecard)));
        }
        Assessment other = read(with);
        return DifferenceView.between(other, assessment, assessing.compare(other, assessment));
    }

    private Assessment read(UUID id) {
        Assessment assessment = assessments.findByIdOptional(id).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
        audit.record(AuditEntry.of("assessment-read", "assessment", id)
                .in(assessment.villageCode())
                .about(assessment.visit().householdId()));
        return assessment;
    }

    private AssessmentView view(Assessment assessment, Score score) {
        return AssessmentView.of(assessment, answers(assessment), score);
    }

    private Map<String, List<String>> answers(Assessment assessment) {
        AnswerSheet sheet = assessment.answers();
        return ScoreTable.write(scorecards.get(sheet.scorecard()).card(), sheet);
    }
}
