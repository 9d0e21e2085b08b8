package org.jingzhun.identification.scorecard.web;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.scorecard.Drafting;
import org.jingzhun.identification.scorecard.Edition;
import org.jingzhun.identification.scorecard.Editions;
import org.jingzhun.identification.scorecard.Stage;
import org.jingzhun.identification.scorecard.Step;
import org.jingzhun.identification.scorecard.scoring.CardFault;
import org.jspecify.annotations.Nullable;

/** The forms with which households are assessed; everybody with a token may read those that were published. */
@Path("/v1/scorecards")
@Tag(name = "Scorecards")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ScorecardResource {

    private final Editions editions;
    private final Drafting drafting;

    ScorecardResource(Editions editions, Drafting drafting) {
        this.editions = editions;
        this.drafting = drafting;
    }

    /** All scorecards; few enough for one answer. */
    @Schema(name = "ScorecardSummaries")
    public record ScorecardSummaries(List<ScorecardView.Summary> items) {}

    /** @param lastDay of the card, only with RETIRE; absent to leave it as it is */
    @Schema(name = "ScorecardStep")
    public record StepBody(
            @NotNull Step step,
            @Size(min = 1, max = 1000) @Nullable String remark,
            @Size(min = 1, max = 100) @Nullable String documentNumber,
            @Nullable LocalDate lastDay) {}

    /** What is not in order with a card. */
    @Schema(name = "ScorecardCheck")
    public record CheckView(boolean sound, List<FaultView> faults) {}

    /** One fault. */
    @Schema(name = "ScorecardFault")
    public record FaultView(String pointer, String code, String found, String expected) {

        private static FaultView of(CardFault fault) {
            return new FaultView(fault.pointer(), fault.kind().code(), fault.found(), fault.expected());
        }
    }

    @GET
    @Transactional
    @Operation(operationId = "listScorecards", summary = "All scorecards, and the drafts of the caller's area")
    public ScorecardSummaries list(
            @QueryParam("stage") @Nullable Stage stage,
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable
                    String division) {
        return new ScorecardSummaries(
                editions.listAll(stage, division == null ? null : Area.ofPrefix(division)).stream()
                        .map(edition -> ScorecardView.Summary.of(edition, editions.categories(edition)))
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.ADMIN})
    @Idempotent
    @Transactional
    @Operation(operationId = "draftScorecard", summary = "Write the draft of a new version, or of a county's variant")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ScorecardView.class)))
    public Response post(@NotNull @Valid ScorecardBody body) {
        String version = body.version();
        if (version == null) {
            throw Problem.of(422, "version-missing")
                    .with(new FieldError("/version", "version-missing", null))
                    .asException();
        }
        if (editions.findByIdOptional(version).isPresent()) {
            throw Problem.of(409, "version-taken", version)
                    .with(new FieldError("/version", "version-taken", null))
                    .asException();
        }
        return written(drafting.write(version, body.draft(), null));
    }

    @GET
    @Path("/{version}")
    @Transactional
    @Operation(operationId = "getScorecard", summary = "A scorecard with categories, items, points and signatures")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ScorecardView.class)))
    public Response get(@PathParam("version") @Size(max = 40) String version) {
        return answer(Response.ok(), editions.get(version));
    }

    @PUT
    @Path("/{version}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.ADMIN})
    @Transactional
    @Operation(operationId = "putScorecard", summary = "Write a draft, or write it anew")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ScorecardView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ScorecardView.class)))
    public Response put(
            @PathParam("version") @Pattern(regexp = ScorecardBody.VERSION) String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid ScorecardBody body) {
        return written(drafting.write(version, body.draft(), ifMatch));
    }

    @GET
    @Path("/{version}/check")
    @Transactional
    @Operation(operationId = "checkScorecard", summary = "Whether points, exclusions and totals are in order")
    public CheckView check(@PathParam("version") @Size(max = 40) String version) {
        List<CardFault> faults = editions.check(editions.get(version));
        return new CheckView(
                faults.isEmpty(), faults.stream().map(FaultView::of).toList());
    }

    @POST
    @Path("/{version}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.ADMIN})
    @Idempotent
    @Transactional
    @Operation(operationId = "takeScorecardStep", summary = "Check, return, publish or retire a scorecard")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ScorecardView.class)))
    public Response take(@PathParam("version") @Size(max = 40) String version, @NotNull @Valid StepBody body) {
        return answer(
                Response.ok(),
                drafting.take(version, body.step(), body.remark(), body.documentNumber(), body.lastDay()));
    }

    private Response written(Drafting.Written written) {
        return answer(
                written.isNew()
                        ? Response.created(
                                URI.create("/v1/scorecards/" + written.edition().version()))
                        : Response.ok(),
                written.edition());
    }

    private Response answer(Response.ResponseBuilder answer, Edition edition) {
        return answer.entity(
                        ScorecardView.of(edition, editions.categories(edition), editions.listSteps(edition.version())))
                .tag(Revisions.tag(edition.revision()))
                .build();
    }
}
