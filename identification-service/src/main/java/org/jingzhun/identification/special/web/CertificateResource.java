package org.jingzhun.identification.special.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.special.SpecialCounting;
import org.jingzhun.identification.special.SpecialRegister;
import org.jingzhun.identification.special.facts.Certificate;
import org.jingzhun.identification.statistics.Question;
import org.jingzhun.identification.statistics.web.Scope;
import org.jspecify.annotations.Nullable;

/** Holders of certificates (持证人员), one in every household. */
@Path("/v1/certificates")
@Tag(name = "Special registers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class CertificateResource {

    private final SpecialAnswers answers;
    private final SpecialCounting counting;
    private final Scope scope;

    CertificateResource(SpecialAnswers answers, SpecialCounting counting, Scope scope) {
        this.answers = answers;
        this.counting = counting;
        this.scope = scope;
    }

    /** A slice of the register. */
    @Schema(name = "CertificateSlice")
    public record Rows(
            List<CertificateRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listCertificates", summary = "Holders of certificates by village")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Rows.class)))
    public Response list(
            @BeanParam @Valid SpecialQuery query,
            @QueryParam("kind") Certificate.@Nullable Kind kind,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return answers.list(
                headers,
                page,
                SpecialRegister.CERTIFICATE,
                query.filter(kind),
                CertificateRow.class,
                CertificateRow::of);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Transactional
    @Operation(operationId = "putCertificate", summary = "Enter a holder of a certificate, or correct what was entered")
    @APIResponse(
            responseCode = "200",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = CertificateRow.class)))
    @APIResponse(
            responseCode = "201",
            description = "New; Location is where it is with its history.",
            content = @Content(schema = @Schema(implementation = CertificateRow.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 40) @Nullable String ifMatch,
            @NotNull @Valid CertificateBody body) {
        return answers.put(id, ifMatch, body.statement(), CertificateRow::of);
    }

    @GET
    @Path("/coverage")
    @Transactional
    @Operation(
            operationId = "getCertificateCoverage",
            summary = "Households on the register with one holder of a certificate or more, by status")
    public SpecialViews.CoverageView coverage(
            @QueryParam("division") @Pattern(regexp = SpecialViews.DIVISION) @Nullable String division,
            @QueryParam("year") @Min(2013) @Max(2100) @Nullable Integer year,
            @QueryParam("by") @Nullable Level by) {
        Question question = scope.question(division, year, by);
        return SpecialViews.coverage(question, counting.coverage(question));
    }
}
