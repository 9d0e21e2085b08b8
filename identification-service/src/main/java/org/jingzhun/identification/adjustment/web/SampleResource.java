package org.jingzhun.identification.adjustment.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.adjustment.Correction;
import org.jingzhun.identification.adjustment.Finding;
import org.jingzhun.identification.adjustment.Link;
import org.jingzhun.identification.adjustment.QualityChecks;
import org.jingzhun.identification.adjustment.Recording;
import org.jingzhun.identification.adjustment.SampledHousehold;
import org.jingzhun.identification.adjustment.Samples;
import org.jspecify.annotations.Nullable;

/** The sampled households of a quality check: findings and their correction. */
@Path("/v1/quality-checks/{id}/sample")
@Tag(name = "Adjustment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class SampleResource {

    private static final int KEYS = 2;

    private final QualityChecks checks;
    private final Samples samples;
    private final Recording recording;
    private final Audit audit;
    private final AuditedLists lists;

    SampleResource(QualityChecks checks, Samples samples, Recording recording, Audit audit, AuditedLists lists) {
        this.checks = checks;
        this.samples = samples;
        this.recording = recording;
        this.audit = audit;
        this.lists = lists;
    }

    /** A slice of a sample. */
    @Schema(name = "SampledHouseholdSlice")
    public record SampleSlice(
            List<SampledHouseholdView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** What checkers found of a household. */
    @Schema(name = "QualityFindingBody")
    public record FindingBody(
            @NotNull Finding finding,
            @NotBlank @Size(max = 1000) String facts,

            @Schema(description = "References of photos and documents; needed unless the finding is OK.")
            @NotNull
            @Size(max = 20)
            List<@NotBlank @Size(max = 200) String> evidence,

            @Schema(description = "Who looked, two or more.") @NotNull @Size(min = 2, max = 10)
            List<@NotBlank @Size(max = 100) String> checkers,

            @NotNull @PastOrPresent LocalDate checkedOn) {

        @AssertTrue(message = "{two-people}")
        @Schema(hidden = true)
        boolean isOfDifferentPeople() {
            return checkers == null || checkers.stream().distinct().count() == checkers.size();
        }

        Recording.Found found() {
            return new Recording.Found(finding, facts.strip(), evidence, checkers, checkedOn);
        }
    }

    /** Where a finding is corrected, or why it does not stand. */
    @Schema(name = "CorrectionBody")
    public record CorrectionBody(
            @Nullable Link link,

            @Schema(description = "Of the transition, change or flag.") @Nullable
            UUID linkedId,

            @Schema(description = "Why the finding does not stand, by another than who recorded it.")
            @Size(min = 1, max = 1000)
            @Nullable
            String refutation) {

        @AssertTrue(message = "{link-or-refutation}")
        @Schema(hidden = true)
        boolean isOneOfTheTwo() {
            return (link == null) != (refutation == null)
                    && (linkedId != null) == (link != null && link != Link.REGISTER);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listSample", summary = "The sampled households by stratum and position")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SampleSlice.class)))
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("finding") @Nullable Finding finding,
            @QueryParam("correction") @Nullable Correction correction,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return lists.answer(
                headers,
                page,
                SampledHouseholdView.class,
                AuditEntry.of("sample-listed", "quality-check", id),
                (after, limit) -> {
                    checks.get(id);
                    return samples.list(id, finding, correction, Cursor.parse(after, KEYS), limit)
                            .map(SampledHouseholdView::of);
                });
    }

    @GET
    @Path("/{householdId}")
    @Transactional
    @Operation(operationId = "getSampledHousehold", summary = "A sampled household")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SampledHouseholdView.class)))
    public Response get(@PathParam("id") UUID id, @PathParam("householdId") UUID household) {
        SampledHousehold sampled = samples.get(id, household);
        audit.record(AuditEntry.of("sampled-household-read", "household", household)
                .in(sampled.villageCode())
                .with("check", id));
        return answer(sampled);
    }

    @PUT
    @Path("/{householdId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SUPERVISOR})
    @Transactional
    @Operation(
            operationId = "recordQualityFinding",
            summary = "Say what checkers found of a household; If-Match is needed to replace what was recorded")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SampledHouseholdView.class)))
    public Response record(
            @PathParam("id") UUID id,
            @PathParam("householdId") UUID household,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid FindingBody body) {
        recording.record(id, household, body.found(), ifMatch);
        return answer(samples.get(id, household));
    }

    @POST
    @Path("/{householdId}/correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SUPERVISOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "correctQualityFinding",
            summary = "Name the transition, change or flag that corrects a finding, or refute it")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SampledHouseholdView.class)))
    public Response correct(
            @PathParam("id") UUID id, @PathParam("householdId") UUID household, @NotNull @Valid CorrectionBody body) {
        Link link = body.link();
        String refutation = body.refutation();
        if (link != null) {
            recording.link(id, household, new Recording.Linked(link, body.linkedId()));
        } else if (refutation != null) {
            recording.refute(id, household, refutation);
        }
        return answer(samples.get(id, household));
    }

    private static Response answer(SampledHousehold sampled) {
        return Revisions.answer(SampledHouseholdView.of(sampled), sampled.revision());
    }
}
