package org.jingzhun.funding.disbursement.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.disbursement.Disbursement;
import org.jingzhun.funding.disbursement.Disbursements;
import org.jingzhun.funding.disbursement.Disbursing;
import org.jingzhun.funding.disbursement.Stage;
import org.jingzhun.funding.disbursement.Step;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** Disbursements (资金拨付) and the steps that they go. */
@Path("/v1/disbursements")
@Tag(name = "Disbursement")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DisbursementResource {

    private final Disbursing disbursing;
    private final Disbursements disbursements;
    private final Lists lists;

    DisbursementResource(Disbursing disbursing, Disbursements disbursements, Lists lists) {
        this.disbursing = disbursing;
        this.disbursements = disbursements;
        this.lists = lists;
    }

    /** Everything that is due to households of a benefit and year; or an amount to whoever builds a project. */
    @Schema(name = "DisbursementRequest")
    record DraftRequest(
            @Pattern(regexp = "[1-9]\\d{5}(0{6})?") @Schema(description = "With benefit.") @Nullable
            String county,

            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
            @Schema(description = "Code of the rules of benefits; not with project.")
            @Nullable
            String benefit,

            @Min(1986) @Max(2100) @Schema(description = "With benefit: the year of the budget.") @Nullable
            Integer year,

            @Schema(description = "With benefit: only what this source pays; without it that of every source.")
            @Nullable
            UUID source,

            @Schema(description = "Instead of benefit.") @Nullable
            UUID project,

            @PositiveMoney @Schema(description = "With project: at most what its progress allows.") @Nullable
            Money amount,

            @Size(min = 1, max = 100)
            @Schema(description = "With project: who is paid; without it the builder that the project names.")
            @Nullable
            String payee,

            @NotBlank @Size(max = 200) @Schema(description = "In a few words; held against the negative list.")
            String purpose) {}

    /** A slice of disbursements. */
    @Schema(name = "DisbursementSlice")
    record DisbursementSlice(
            List<DisbursementView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A step to be taken. */
    @Schema(name = "DisbursementStepRequest")
    record StepRequest(
            @NotNull Step step, @Size(max = 1000) @Nullable String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listDisbursements", summary = "Disbursements of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DisbursementSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(1986) @Max(2100) @Nullable Integer year,
            @QueryParam("stage") @Nullable Stage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, DisbursementView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> disbursements.list(area, year, stage, behind, count),
                        Disbursement::id)
                .map(DisbursementView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getDisbursement", summary = "One disbursement with its stage and steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DisbursementView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(disbursements.get(id));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(
            operationId = "createDisbursement",
            summary = "Draw up the payment of what is due to households, or to a project")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DisbursementView.class)))
    public Response create(@Valid @NotNull DraftRequest request) {
        var drafted = draft(request);
        return Revisions.recorded(
                true, "/v1/disbursements/" + drafted.id(), DisbursementView.of(drafted), drafted.revision());
    }

    private Disbursement draft(DraftRequest request) {
        var project = request.project();
        var benefit = request.benefit();
        var county = request.county();
        var year = request.year();
        var amount = request.amount();
        var purpose = request.purpose().strip();
        if (project != null && amount != null && benefit == null) {
            return disbursing.draftForProject(project, amount, request.payee(), purpose);
        }
        if (project == null && benefit != null && county != null && year != null) {
            return disbursing.draftForHouseholds(
                    Area.ofPrefix(county).from(), benefit, year, purpose, request.source());
        }
        throw Problem.of(422, "disbursement-of-what").asException();
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer"})
    @Operation(
            operationId = "takeDisbursementStep",
            summary = "CHECK, APPROVE or RETURN; each by its own office and by another person")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DisbursementView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        return answer(disbursing.take(id, request.step(), Objects.requireNonNullElse(request.remark(), ""), ifMatch));
    }

    private static Response answer(Disbursement disbursement) {
        return Revisions.answer(DisbursementView.of(disbursement), disbursement.revision());
    }
}
