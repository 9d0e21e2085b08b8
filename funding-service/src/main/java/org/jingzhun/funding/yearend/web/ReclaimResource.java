package org.jingzhun.funding.yearend.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.yearend.Reclaim;
import org.jingzhun.funding.yearend.ReclaimStage;
import org.jingzhun.funding.yearend.ReclaimStep;
import org.jingzhun.funding.yearend.Reclaiming;
import org.jingzhun.funding.yearend.Reclaims;
import org.jspecify.annotations.Nullable;

/** Idle money that counties take back (收回存量资金). */
@Path("/v1/reclaims")
@Tag(name = "Year end")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReclaimResource {

    private final Reclaiming reclaiming;
    private final Reclaims reclaims;
    private final Signatures signatures;
    private final AuditedLists audited;

    ReclaimResource(Reclaiming reclaiming, Reclaims reclaims, Signatures signatures, AuditedLists audited) {
        this.reclaiming = reclaiming;
        this.reclaims = reclaims;
        this.signatures = signatures;
        this.audited = audited;
    }

    /** Whose idle money is to be taken back. */
    @Schema(name = "ReclaimRequest")
    public record ReclaimRequest(
            @NotNull @Pattern(regexp = "[1-9]\\d{5}(0{6})?") @Schema(examples = "451031000000")
            String county,

            @NotNull @Schema(description = "A source of kind RECLAIMED_FUND, into whose budget of this year it goes.")
            UUID sourceId,

            @NotBlank @Size(max = 100) String document) {}

    /** A decision. */
    @Schema(name = "ReclaimStepRequest")
    public record ReclaimStepRequest(
            @NotNull ReclaimStep step,
            @Size(max = 1000) @Nullable String remark) {}

    /** What one account gives back of one year's money. */
    @Schema(name = "ReclaimLine")
    public record LineView(
            UUID account,

            @Schema(description = "Year for which its source gave it.")
            int origin,

            @Schema(description = "Code of the list idle-band.")
            String band,

            Money amount) {}

    /** A reclaiming as seen from outside. */
    @Schema(name = "Reclaim")
    public record ReclaimView(
            UUID id,
            String county,
            UUID sourceId,
            int year,
            String document,
            Money amount,
            ReclaimStage stage,

            @Schema(nullable = true, description = "Journal entry that booked it; null before.") @Nullable
            UUID entry,

            @Schema(description = "By account and age; empty in lists.")
            List<LineView> lines,

            List<SignatureView> steps,
            long revision) {}

    /** A slice of reclaimings. */
    @Schema(name = "ReclaimSlice")
    public record ReclaimSlice(
            List<ReclaimView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listReclaims", summary = "Idle money taken back in an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ReclaimSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return audited.answer(
                headers,
                page,
                ReclaimView.class,
                AuditEntry.listing("reclaims-listed", "reclaim", area),
                (after, limit) -> Slice.byId(
                                after, limit, (behind, count) -> reclaims.list(area, behind, count), Reclaim::id)
                        .map(this::view));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getReclaim", summary = "One reclaiming with its lines and steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ReclaimView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(reclaims.get(id));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(
            operationId = "proposeReclaim",
            summary = "List all money of a county that has lain idle longer than the rule allows, to be taken back")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ReclaimView.class)))
    public Response propose(@Valid @NotNull ReclaimRequest request) {
        long county = Area.ofPrefix(request.county()).from();
        var proposed = reclaiming.propose(
                county, request.sourceId(), request.document().strip());
        return Revisions.recorded(true, "/v1/reclaims/" + proposed.id(), view(proposed), proposed.revision());
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed("county-officer")
    @Operation(
            operationId = "takeReclaimStep",
            summary = "APPROVE by another person, which books it into the year's budget, or REJECT")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ReclaimView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull ReclaimStepRequest request) {
        return answer(reclaiming.take(id, request.step(), Objects.requireNonNullElse(request.remark(), ""), ifMatch));
    }

    private Response answer(Reclaim reclaim) {
        return Revisions.answer(view(reclaim), reclaim.revision());
    }

    private ReclaimView view(Reclaim reclaim) {
        return new ReclaimView(
                reclaim.id(),
                Long.toString(reclaim.county()),
                reclaim.sourceId(),
                reclaim.year(),
                reclaim.document(),
                reclaim.amount(),
                reclaim.stage(),
                reclaim.entry(),
                reclaim.lines().stream()
                        .map(line -> new LineView(line.account(), line.origin(), line.band(), line.amount()))
                        .toList(),
                signatures.list(reclaim.id()).stream().map(SignatureView::of).toList(),
                reclaim.revision());
    }
}
