package org.jingzhun.identification.adjustment.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.adjustment.Adjusting;
import org.jingzhun.identification.adjustment.AdjustmentRound;
import org.jingzhun.identification.adjustment.AdjustmentRounds;
import org.jingzhun.identification.adjustment.Flows;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** Adjustment rounds of the divisions that the caller's area touches. */
@Path("/v1/adjustment-rounds")
@Tag(name = "Adjustment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class AdjustmentRoundResource {

    private final Adjusting adjusting;
    private final AdjustmentRounds rounds;
    private final Flows flows;
    private final CurrentCaller caller;
    private final Lists lists;

    AdjustmentRoundResource(
            Adjusting adjusting, AdjustmentRounds rounds, Flows flows, CurrentCaller caller, Lists lists) {
        this.adjusting = adjusting;
        this.rounds = rounds;
        this.flows = flows;
        this.caller = caller;
        this.lists = lists;
    }

    /** How a round is opened. */
    @Schema(name = "AdjustmentRoundBody")
    public record RoundBody(
            @NotNull @Pattern(regexp = DivisionCode.PATTERN) String division,
            @NotNull @Min(2014) @Max(2100) Integer year,

            @Schema(description = "Within division and year.") @NotNull @Min(1) @Max(20)
            Integer number,

            @NotNull LocalDate beginsOn,
            @NotNull LocalDate endsOn,

            @Schema(description = "Of the order.") @NotBlank @Size(max = 100)
            String documentNumber) {

        @AssertTrue(message = "{days-in-order}")
        @Schema(hidden = true)
        boolean isInOrder() {
            return beginsOn == null || endsOn == null || !endsOn.isBefore(beginsOn);
        }

        AdjustmentRound.Plan plan() {
            return new AdjustmentRound.Plan(
                    Area.ofPrefix(division), year, number, beginsOn, endsOn, documentNumber.strip());
        }
    }

    /** The wish to close a round. */
    @Schema(name = "AdjustmentRoundStepBody")
    public record StepBody(
            @NotNull Step step,
            @Size(min = 1, max = 1000) @Nullable String remark) {

        /** What can be done with a round. */
        @Schema(name = "AdjustmentRoundStep")
        public enum Step {
            /** All its checks have ended, and one at least was made. */
            CLOSE
        }
    }

    /** A round as it is shown. */
    @Schema(name = "AdjustmentRound")
    public record RoundView(
            UUID id,
            String division,
            int year,
            int number,
            LocalDate beginsOn,
            LocalDate endsOn,
            String documentNumber,
            AdjustmentRound.Stage stage,
            Instant openedAt,
            @Nullable Instant closedAt,
            long revision) {

        static RoundView of(AdjustmentRound round) {
            return new RoundView(
                    round.id(),
                    DivisionCode.text(round.division().from()),
                    round.year(),
                    round.number(),
                    round.beginsOn(),
                    round.endsOn(),
                    round.documentNumber(),
                    round.stage(),
                    round.openedAt(),
                    round.closedAt(),
                    round.revision());
        }
    }

    /** A round with what it changed. */
    @Schema(name = "AdjustmentRoundWithFlows")
    public record RoundWithFlows(
            RoundView round,

            @Schema(description = "From its first to its last day; absent for who does not see the whole division.")
            @Nullable
            List<Flows.Flow> flows) {}

    /** A slice of rounds. */
    @Schema(name = "AdjustmentRoundSlice")
    public record RoundSlice(
            List<RoundView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listAdjustmentRounds", summary = "Adjustment rounds, the youngest first")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = RoundSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area within = division == null ? null : Area.ofPrefix(division);
        return lists.answer(headers, page, RoundView.class, (after, limit) -> rounds.list(
                        within, year, Cursor.parse(after, 1), limit)
                .map(RoundView::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Idempotent
    @Operation(operationId = "openAdjustmentRound", summary = "Open an adjustment round of a division")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RoundView.class)))
    public Response open(@NotNull @Valid RoundBody body) {
        AdjustmentRound round = adjusting.open(body.plan());
        return Revisions.recorded(true, "/v1/adjustment-rounds/" + round.id(), RoundView.of(round), round.revision());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getAdjustmentRound",
            summary = "An adjustment round with who came onto the register and who left it")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = RoundWithFlows.class)))
    public Response get(@PathParam("id") UUID id) {
        AdjustmentRound round = rounds.get(id);
        boolean whole = caller.get().area().covers(round.division());
        return Revisions.answer(
                new RoundWithFlows(RoundView.of(round), whole ? flows.count(round) : null), round.revision());
    }

    @POST
    @Path("/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Idempotent
    @Operation(
            operationId = "takeAdjustmentRoundStep",
            summary = "Close a round when its checks have ended, with one at least")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = RoundView.class)))
    public Response take(@PathParam("id") UUID id, @NotNull @Valid StepBody body) {
        AdjustmentRound round =
                switch (body.step()) {
                    case CLOSE -> adjusting.close(id, body.remark());
                };
        return Revisions.answer(RoundView.of(round), round.revision());
    }
}
