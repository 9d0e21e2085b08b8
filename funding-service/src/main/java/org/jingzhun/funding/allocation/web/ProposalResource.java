package org.jingzhun.funding.allocation.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.funding.allocation.AllocationPlans;
import org.jingzhun.funding.allocation.Competing;
import org.jingzhun.funding.allocation.ProposalRow;
import org.jingzhun.funding.allocation.Proposals;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Proposals of a competitive plan, their appraisals, and what became of them. */
@Path("/v1/allocation-plans/{id}")
@Tag(name = "Allocation")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ProposalResource {

    private final AllocationPlans plans;
    private final Proposals proposals;
    private final Competing competing;
    private final Lists lists;

    ProposalResource(AllocationPlans plans, Proposals proposals, Competing competing, Lists lists) {
        this.plans = plans;
        this.proposals = proposals;
        this.competing = competing;
        this.lists = lists;
    }

    /** The stored proof of a competition. */
    @Schema(name = "SelectionProof")
    record SelectionProofView(
            @Schema(description = "Points of all funded proposals.")
            String score,

            @Schema(description = "Points that no choice can pass, by the solver: equal to the score.")
            String bound,

            Money cost,

            @Schema(description = "Cost that no choice of this score can undercut: equal to the cost.")
            Money costBound) {}

    @GET
    @Path("/proposals")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listProposals", summary = "Proposals of a plan, by id, with what became of them")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProposalView.ProposalSlice.class)))
    public Response list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, ProposalView.class, (after, limit) -> {
            var plan = plans.get(id).id();
            return Slice.byId(after, limit, (behind, count) -> proposals.list(plan, behind, count), ProposalRow::id)
                    .map(ProposalView::of);
        });
    }

    @GET
    @Path("/proposals/{proposal}")
    @Transactional
    @Operation(
            operationId = "getProposal",
            summary = "One proposal; if it was refused, by which rule and at what price")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response get(@PathParam("id") UUID id, @PathParam("proposal") UUID proposal) {
        var row = competing.get(plans.get(id).id(), proposal);
        return Revisions.answer(ProposalView.of(row), row.revision());
    }

    @PUT
    @Path("/proposals/{proposal}")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer"})
    @Operation(operationId = "putProposal", summary = "Enter a proposal to a competitive draft, or change it")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @PathParam("proposal") UUID proposal,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull ProposalView.Request request) {
        var recorded = competing.enter(id, proposal, request.data(), ifMatch);
        return Revisions.recorded(
                recorded.created(),
                "/v1/allocation-plans/" + id + "/proposals/" + proposal,
                ProposalView.of(recorded.proposal()),
                recorded.proposal().revision());
    }

    @PUT
    @Path("/proposals/{proposal}/appraisal")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer"})
    @Operation(
            operationId = "putAppraisal",
            summary = "Give your marks to a proposal; later marks replace earlier ones")
    public ProposalView appraise(
            @PathParam("id") UUID id,
            @PathParam("proposal") UUID proposal,
            @Valid @NotNull ProposalView.AppraisalRequest request) {
        var remark = request.remark();
        return ProposalView.of(competing.appraise(id, proposal, request.marks(), remark == null ? "" : remark));
    }

    @GET
    @Path("/appraisals")
    @Transactional
    @Operation(operationId = "listAppraisals", summary = "All marks of a plan, by proposal and appraiser")
    public List<ProposalView.AppraisalView> listAppraisals(@PathParam("id") UUID id) {
        return proposals.listAppraisals(plans.get(id).id(), null).stream()
                .map(ProposalView.AppraisalView::of)
                .toList();
    }

    @GET
    @Path("/selection")
    @Transactional
    @Operation(operationId = "getSelection", summary = "The competition's score and cost beside the solver's bounds")
    public SelectionProofView selection(@PathParam("id") UUID id) {
        return proposals
                .findProof(plans.get(id).id())
                .map(proof -> new SelectionProofView(
                        Fractions.points(proof.score()),
                        Fractions.points(proof.bound()),
                        proof.cost(),
                        proof.costBound()))
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }
}
