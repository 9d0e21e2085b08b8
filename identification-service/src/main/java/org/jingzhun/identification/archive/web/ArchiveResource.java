package org.jingzhun.identification.archive.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.document.Composer;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.archive.ArchiveFile;
import org.jingzhun.identification.archive.Archiving;
import org.jingzhun.identification.archive.IssuedManifests;
import org.jingzhun.identification.archive.Printing;
import org.jingzhun.identification.archive.SealedFile;
import org.jingzhun.identification.archive.Verifying;
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

    private static final String PDF = "application/pdf";
    private static final String ZIP = "application/zip";

    private final Archiving archiving;
    private final Printing printing;
    private final IssuedManifests issued;
    private final Verifying verifying;
    private final Audit audit;
    private final CurrentCaller caller;

    ArchiveResource(
            Archiving archiving,
            Printing printing,
            IssuedManifests issued,
            Verifying verifying,
            Audit audit,
            CurrentCaller caller) {
        this.archiving = archiving;
        this.printing = printing;
        this.issued = issued;
        this.verifying = verifying;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Produces({MediaType.APPLICATION_JSON, PDF, ZIP})
    @Operation(
            operationId = "getArchive",
            summary = "Everything that was decided about a household and why, with a manifest of hashes: JSON in its"
                    + " canonical form, PDF, or both in a ZIP")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ArchiveView.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response get(
            @PathParam("id") UUID id,
            @QueryParam("reason") @Size(max = 200) @Parameter(description = WHY) @Nullable String reason,
            @Context HttpHeaders headers) {
        Form form = form(headers);
        ArchiveFile file = read(id, form.name().toLowerCase(Locale.ROOT), reason);
        issued.keep(List.of(file));
        byte[] json = file.json();
        String name = "attachment; filename=\"" + id + ".";
        return switch (form) {
            case JSON -> Response.ok(json, MediaType.APPLICATION_JSON).build();
            case PDF ->
                Response.ok((StreamingOutput) out -> Composer.write(printing.document(file), out), PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, name + "pdf\"")
                        .build();
            case ZIP ->
                Response.ok((StreamingOutput) out -> zip(file, json, out), ZIP)
                        .header(HttpHeaders.CONTENT_DISPOSITION, name + "zip\"")
                        .build();
        };
    }

    private enum Form {
        JSON,
        PDF,
        ZIP
    }

    private static Form form(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            String wanted = accepted.getType() + "/" + accepted.getSubtype();
            if (wanted.equals(PDF)) {
                return Form.PDF;
            }
            if (wanted.equals(ZIP)) {
                return Form.ZIP;
            }
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return Form.JSON;
            }
        }
        return Form.JSON;
    }

    private void zip(ArchiveFile file, byte[] json, OutputStream out) throws IOException {
        String name = file.subject().householdId().toString();
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(entry(name + ".json"));
        zip.write(json);
        zip.putNextEntry(entry(name + ".pdf"));
        Composer.write(printing.document(file), zip);
        zip.closeEntry();
        zip.finish();
    }

    /** Without the time of today, so that the same content gives the same bytes. */
    static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDate.EPOCH.plusYears(10).atStartOfDay());
        return entry;
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

    /** All seals of a household. */
    @Schema(name = "ArchiveSealCheckList")
    public record SealChecks(List<SealedFile.SealCheck> items) {}

    @GET
    @Path("/seals")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listHouseholdSeals",
            summary = "What was sealed of the household, year by year, and which sections have changed since")
    public SealChecks seals(@PathParam("id") UUID id) {
        return new SealChecks(verifying.checkSeals(id));
    }

    private ArchiveFile read(UUID id, String form, @Nullable String reason) {
        ArchiveFile file = archiving
                .find(id, Discretion.of(caller.get().roles()))
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(AuditEntry.of("archive-read", "household", id)
                .in(Long.parseLong(file.subject().villageCode()))
                .because(reason)
                .with("form", form)
                .with("sha256", file.manifest().sha256()));
        return file;
    }
}
