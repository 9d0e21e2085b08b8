package org.jingzhun.funding.project.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.project.Advancing;
import org.jingzhun.funding.project.Beneficiaries;
import org.jingzhun.funding.project.Beneficiaries.Beneficiary;
import org.jingzhun.funding.project.Beneficiaries.Removed;
import org.jingzhun.funding.project.Projects;
import org.jspecify.annotations.Nullable;

/** The households that a project is for (受益户). */
@Path("/v1/projects/{id}/beneficiaries")
@Tag(name = "Projects")
@RolesAllowed({
    "finance-officer",
    "village-officer",
    "township-officer",
    "county-officer",
    "city-officer",
    "region-officer",
    "auditor"
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class BeneficiaryResource {

    private final Advancing advancing;
    private final Projects projects;
    private final Beneficiaries beneficiaries;
    private final AuditedLists lists;

    BeneficiaryResource(Advancing advancing, Projects projects, Beneficiaries beneficiaries, AuditedLists lists) {
        this.advancing = advancing;
        this.projects = projects;
        this.beneficiaries = beneficiaries;
        this.lists = lists;
    }

    /** Households to be named. */
    @Schema(name = "BeneficiariesRequest")
    record HouseholdsRequest(
            @NotNull @Size(min = 1, max = 1000) List<@NotNull UUID> households) {}

    /** How many there are. */
    @Schema(name = "BeneficiaryCount")
    record CountView(long households) {}

    /** A household. */
    @Schema(name = "Beneficiary")
    record BeneficiaryView(UUID household, String village) {

        static BeneficiaryView of(Beneficiary beneficiary) {
            return new BeneficiaryView(beneficiary.householdId(), Long.toString(beneficiary.village()));
        }
    }

    /** A slice of households. */
    @Schema(name = "BeneficiarySlice")
    record BeneficiarySlice(
            List<BeneficiaryView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listBeneficiaries", summary = "Households that a project is for, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = BeneficiarySlice.class)))
    public Response list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        var reading = AuditEntry.of("project-beneficiaries-listed", "project", id);
        return lists.answer(headers, page, BeneficiaryView.class, reading, (after, limit) -> {
            projects.get(id);
            return Slice.byId(
                            after,
                            limit,
                            (behind, count) -> beneficiaries.list(id, behind, count),
                            Beneficiary::householdId)
                    .map(BeneficiaryView::of);
        });
    }

    /** Households to be taken off the list. */
    @Schema(name = "BeneficiaryRemovalRequest")
    record RemovalRequest(
            @NotNull @Size(min = 1, max = 1000) List<@NotNull UUID> households,

            @NotBlank @Size(max = 500) @Schema(description = "Why, without personal data.")
            String reason) {}

    /** A household that was taken off the list. */
    @Schema(name = "RemovedBeneficiary")
    record RemovedView(UUID household, String village, String reason, String removedBy, Instant removedAt) {

        static RemovedView of(Removed removed) {
            return new RemovedView(
                    removed.householdId(),
                    Long.toString(removed.village()),
                    removed.reason(),
                    removed.removedBy(),
                    removed.removedAt());
        }
    }

    /** A slice of removed households. */
    @Schema(name = "RemovedBeneficiarySlice")
    record RemovedSlice(
            List<RemovedView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Path("/removals")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listRemovedBeneficiaries", summary = "Households that were taken off, in that order")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = RemovedSlice.class)))
    public Response listRemoved(
            @PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        var reading = AuditEntry.of("project-beneficiaries-listed", "project", id);
        return lists.answer(headers, page, RemovedView.class, reading, (after, limit) -> {
            projects.get(id);
            return Slice.byId(
                            after, limit, (behind, count) -> beneficiaries.listRemoved(id, behind, count), Removed::id)
                    .map(RemovedView::of);
        });
    }

    @POST
    @Idempotent
    @Path("/removals")
    @RolesAllowed({"township-officer", "county-officer"})
    @Operation(operationId = "removeBeneficiaries", summary = "Take households off, all or none; they stay on record")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = CountView.class)))
    public Response remove(@PathParam("id") UUID id, @Valid @NotNull RemovalRequest request) {
        return Response.ok(new CountView(advancing.removeBeneficiaries(
                        id, request.households(), request.reason().strip())))
                .build();
    }

    @POST
    @Idempotent
    @RolesAllowed({"village-officer", "township-officer", "county-officer"})
    @Operation(operationId = "addBeneficiaries", summary = "Name households that it is for; repeated ones are left")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = CountView.class)))
    public Response add(@PathParam("id") UUID id, @Valid @NotNull HouseholdsRequest request) {
        return Response.ok(new CountView(advancing.addBeneficiaries(id, request.households())))
                .build();
    }
}
