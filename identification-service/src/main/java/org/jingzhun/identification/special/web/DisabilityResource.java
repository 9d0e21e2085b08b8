package org.jingzhun.identification.special.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.SpecialRecords;
import org.jingzhun.identification.special.SpecialRegister;
import org.jingzhun.identification.special.derivation.Entitlement;
import org.jspecify.annotations.Nullable;

/** Disabled persons and the two subsidies (残疾人、两项补贴). */
@Path("/v1/disabilities")
@Tag(name = "Special registers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
public class DisabilityResource {

    private final SpecialAnswers answers;
    private final SpecialRecords records;
    private final Audit audit;

    DisabilityResource(SpecialAnswers answers, SpecialRecords records, Audit audit) {
        this.answers = answers;
        this.records = records;
        this.audit = audit;
    }

    /** A slice of the register. */
    @Schema(name = "DisabilitySlice")
    public record Rows(
            List<DisabilityRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listDisabilities",
            summary = "Disabled persons by village, with what they are entitled to; for those who appraise and review")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Rows.class)))
    public Response list(
            @BeanParam @Valid SpecialQuery query, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return answers.list(
                headers, page, SpecialRegister.DISABILITY, query.filter(null), DisabilityRow.class, DisabilityRow::of);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Transactional
    @Operation(
            operationId = "putDisability",
            summary = "Enter a disabled person by the certificate, or correct what was entered")
    @APIResponse(
            responseCode = "200",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = DisabilityRow.class)))
    @APIResponse(
            responseCode = "201",
            description = "New; Location is where it is with its history.",
            content = @Content(schema = @Schema(implementation = DisabilityRow.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 40) @Nullable String ifMatch,
            @NotNull @Valid DisabilityBody body) {
        return answers.put(id, ifMatch, body.statement(), DisabilityRow::of);
    }

    /** Both subsidies with what must hold. */
    @Schema(name = "DisabilitySubsidies")
    public record SubsidiesView(List<Entitlement> items) {}

    @GET
    @Path("/{id}/subsidies")
    @Transactional
    @Operation(
            operationId = "getDisabilitySubsidies",
            summary = "Whether the person is entitled to the living and the nursing subsidy, and why")
    public SubsidiesView subsidies(
            @PathParam("id") UUID id,
            @QueryParam("reason")
                    @Size(max = 200)
                    @Parameter(description = "Why it is read, where `Purpose` does not say it; kept in the access log.")
                    @Nullable
                    String reason) {
        SpecialRecord record = records.find(id)
                .filter(found -> found.register() == SpecialRegister.DISABILITY)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(AuditEntry.of("disability-read", "special-record", id)
                .in(record.villageCode())
                .about(record.householdId())
                .because(reason));
        return new SubsidiesView(answers.showing().entitlements(record));
    }
}
