package org.jingzhun.pairing.pairing.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.pairing.BulkTransfer;
import org.jingzhun.pairing.pairing.Pairing;
import org.jingzhun.pairing.pairing.PairingState;
import org.jingzhun.pairing.pairing.PairingStep;
import org.jingzhun.pairing.pairing.Pairings;
import org.jingzhun.pairing.pairing.Rematching;
import org.jspecify.annotations.Nullable;

/** Pairings of the caller's area; a helper sees its own. */
@Path("/v1/pairings")
@Tag(name = "Pairings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM,
    Role.HELPER
})
public class PairingResource {

    /** Belongs to no helper. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Pairings pairings;
    private final Rematching rematching;
    private final BulkTransfer bulkTransfer;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final AuditedLists lists;

    PairingResource(
            Pairings pairings,
            Rematching rematching,
            BulkTransfer bulkTransfer,
            Jobs jobs,
            CurrentCaller caller,
            Audit audit,
            AuditedLists lists) {
        this.pairings = pairings;
        this.rematching = rematching;
        this.bulkTransfer = bulkTransfer;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
        this.lists = lists;
    }

    /** A slice of pairings. */
    @Schema(name = "PairingSlice")
    public record PairingSlice(
            List<PairingView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A step of a pairing. */
    @Schema(name = "PairingStepBody")
    public record PairingStepBody(
            @NotNull PairingStep step,

            @Schema(description = "Who takes over; only for TRANSFER.") @Nullable
            UUID helperId,

            @NotBlank @Size(max = 500) @Schema(description = "Why.")
            String reason) {}

    /** One household to transfer. */
    @Schema(name = "PairingTransfer")
    public record TransferBody(
            @NotNull UUID pairingId,

            @NotNull @Schema(description = "Who takes over.")
            UUID helperId) {}

    /** Many households to transfer, for one reason. */
    @Schema(name = "PairingTransfers")
    public record TransfersBody(
            @NotEmpty @Size(max = BulkTransfer.MOST) List<@NotNull @Valid TransferBody> transfers,
            @NotBlank @Size(max = 500) String reason) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listPairings", summary = "Pairings, ended ones too, in the order of their ids")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PairingSlice.class)))
    public Response list(
            @QueryParam("helper") @Nullable UUID helper,
            @QueryParam("household") @Nullable UUID household,
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("state") @Nullable PairingState state,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = Divisions.area(division);
        Pairings.Filter filter = new Pairings.Filter(area, visible(helper), household, state);
        AuditEntry reading = AuditEntry.listing("pairings-listed", "pairings", area);
        return lists.answer(headers, page, PairingView.class, reading, (after, limit) -> pairings.list(
                        filter, Cursor.parse(after, 1), limit)
                .map(PairingView::of));
    }

    /** A helper's token narrows to the helper's own, whatever was asked for. */
    private @Nullable UUID visible(@Nullable UUID asked) {
        Caller asking = caller.get();
        if (!asking.has(Role.HELPER)) {
            return asked;
        }
        UUID own = asking.helperId();
        return own == null || (asked != null && !asked.equals(own)) ? NOBODY : own;
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getPairing", summary = "One pairing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PairingView.class)))
    public Response get(@PathParam("id") UUID id) {
        Pairing pairing = pairings.findByIdOptional(id)
                .filter(found -> {
                    UUID own = visible(found.helper().id());
                    return own == null || own.equals(found.helper().id());
                })
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(AuditEntry.of("pairing-read", "household", pairing.householdId())
                .in(pairing.villageCode())
                .with("pairing", id));
        return Revisions.answer(PairingView.of(pairing), pairing.revision());
    }

    @POST
    @Path("/transfers")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER})
    @Operation(
            operationId = "transferPairings",
            summary = "Transfer many households; the job names those that were refused")
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location names the job",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response transfer(@NotNull @Valid TransfersBody body) {
        return jobs.accepted(bulkTransfer.order(new BulkTransfer.Order(
                body.transfers().stream()
                        .map(one -> new BulkTransfer.Transfer(one.pairingId(), one.helperId()))
                        .toList(),
                body.reason())));
    }

    @POST
    @Path("/{id}/steps")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER})
    @Operation(
            operationId = "takePairingStep",
            summary = "Transfer a household to another helper, or close its pairing once it is out of poverty")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PairingView.class)))
    public PairingView step(@PathParam("id") UUID id, @NotNull @Valid PairingStepBody body) {
        return rematching
                .take(id, body.step(), body.helperId(), body.reason())
                .map(PairingView::of)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }
}
