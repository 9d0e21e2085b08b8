package org.jingzhun.identification.archive.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.archive.IssuedManifests;
import org.jingzhun.identification.archive.Verification;
import org.jingzhun.identification.archive.Verifying;

/** Verification of files that somebody holds. */
@Path("/v1/archives")
@Tag(name = "Archives")
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
public class VerificationResource {

    private final Verifying verifying;
    private final IssuedManifests issued;

    VerificationResource(Verifying verifying, IssuedManifests issued) {
        this.verifying = verifying;
        this.issued = issued;
    }

    @POST
    @Path("/verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "verifyArchive",
            summary = "Whether a file is as it was given out, and which of its sections have changed since")
    public Verification verify(
            @RequestBody(
                            required = true,
                            description = "The file as JSON, just as it was given out.",
                            content = @Content(schema = @Schema(implementation = ArchiveView.class)))
                    byte[] file) {
        return verifying.verify(file);
    }

    @GET
    @Path("/issued/{sha256}")
    @Transactional
    @Operation(
            operationId = "getIssuedArchive",
            summary = "The file with the hash that is printed on each page, when this service gave it out")
    public IssuedManifests.Issued find(
            @PathParam("sha256")
                    @Parameter(description = "64 hexadecimal digits.", schema = @Schema(pattern = "[0-9a-f]{64}"))
                    String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw Problem.of(404, "not-found").asException();
        }
        return issued.find(sha256)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }
}
