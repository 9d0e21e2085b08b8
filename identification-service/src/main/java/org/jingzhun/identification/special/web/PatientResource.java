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
import org.jingzhun.identification.special.SpecialRegister;
import org.jspecify.annotations.Nullable;

/** Patients and how they are treated (大病分类救治、先诊疗后付费、家庭医生、健康卡). */
@Path("/v1/patients")
@Tag(name = "Special registers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
public class PatientResource {

    private final SpecialAnswers answers;

    PatientResource(SpecialAnswers answers) {
        this.answers = answers;
    }

    /** A slice of the register. */
    @Schema(name = "PatientSlice")
    public record Rows(
            List<PatientRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listPatients", summary = "Patients by village; for those who appraise and review")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Rows.class)))
    public Response list(
            @BeanParam @Valid SpecialQuery query, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return answers.list(
                headers, page, SpecialRegister.PATIENT, query.filter(null), PatientRow.class, PatientRow::of);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Transactional
    @Operation(
            operationId = "putPatient",
            summary = "Enter a patient with one class of disease, or correct what was entered")
    @APIResponse(
            responseCode = "200",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = PatientRow.class)))
    @APIResponse(
            responseCode = "201",
            description = "New; Location is where it is with its history.",
            content = @Content(schema = @Schema(implementation = PatientRow.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 40) @Nullable String ifMatch,
            @NotNull @Valid PatientBody body) {
        return answers.put(id, ifMatch, body.statement(), PatientRow::of);
    }
}
