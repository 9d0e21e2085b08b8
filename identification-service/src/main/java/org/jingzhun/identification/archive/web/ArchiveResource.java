package org.jingzhun.identification.archive.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.archive.ArchiveFile;
import org.jingzhun.identification.archive.Archiving;
import org.jingzhun.identification.archive.manifest.Manifest;
import org.jspecify.annotations.Nullable;

/** The file of a household (一户一档). */
@Path("/v1/households/{id}/archive")
@Tag(name = "Archives")
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class ArchiveResource {

    private static final String WHY = "Why it is read; kept in the access log.";

    private final Archiving archiving;
    private final Audit audit;
    private final CurrentCaller caller;

    ArchiveResource(Archiving archiving, Audit audit, CurrentCaller caller) {
        this.archiving = archiving;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getArchive",
            summary = "Everything that was decided about a household and why, with a manifest of hashes")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ArchiveView.class)))
    public byte[] json(
            @PathParam("id") UUID id,
            @QueryParam("reason") @Size(max = 200) @Parameter(description = WHY) @Nullable String reason) {
        return read(id, "json", reason).json();
    }

    @GET
    @Path("/manifest")
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getArchiveManifest",
            summary = "The hashes of the file as it would be now, to be compared with one that somebody holds")
    public Manifest manifest(
            @PathParam("id") UUID id,
            @QueryParam("reason") @Size(max = 200) @Parameter(description = WHY) @Nullable String reason) {
        return read(id, "manifest", reason).manifest();
    }

    private ArchiveFile read(UUID id, String form, @Nullable String reason) {
        ArchiveFile file = archiving
                .find(id, Discretion.of(caller.get().roles()))
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(AuditEntry.of("archive-read", "household", id)
                .in(Long.parseLong(file.villageCode()))
                .because(reason)
                .with("form", form)
                .with("sha256", file.manifest().sha256()));
        return file;
    }
}
