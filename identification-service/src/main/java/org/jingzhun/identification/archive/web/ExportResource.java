package org.jingzhun.identification.archive.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.archive.Export;
import org.jingzhun.identification.archive.Exporting;
import org.jingzhun.identification.archive.Exports;
import org.jingzhun.identification.archive.Exports.ExportedFile;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** Files of a division that a job compiles once and that can be fetched for some days (批量导出). */
@Path("/v1/archives/exports")
@Tag(name = "Archives")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.AUDITOR})
public class ExportResource {

    private static final int SLICE = 200;
    private static final String ZIP = "application/zip";

    private final Exporting exporting;
    private final Exports exports;
    private final Jobs jobs;
    private final Audit audit;

    ExportResource(Exporting exporting, Exports exports, Jobs jobs, Audit audit) {
        this.exporting = exporting;
        this.exports = exports;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** What to compile. */
    @Schema(name = "ArchiveExportBody")
    public record ExportBody(
            @NotNull @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")
            String division,

            @Schema(description = "Why; kept in the audit trail.") @NotBlank @Size(max = 200)
            String reason) {}

    /** An export. */
    @Schema(name = "ArchiveExport")
    public record ExportView(
            UUID id,

            @Schema(description = "The lowest code of the division.")
            String division,

            Discretion scope,
            String reason,
            String orderedBy,
            Instant orderedAt,

            @Schema(description = "Absent while the job runs.") @Nullable
            Instant finishedAt,

            @Nullable Long households,

            @Schema(description = "Until when the file can be fetched.")
            Instant until) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "exportArchives",
            summary = "Compile the files of a division's registered households, to be fetched when the job has ended")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; the id of the job is that of the export.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response order(@NotNull @Valid ExportBody body) {
        return jobs.accepted(exporting.order(Area.ofPrefix(body.division()), body.reason()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getArchiveExport", summary = "An export, and until when its file can be fetched")
    public ExportView get(@PathParam("id") UUID id) {
        Export export = exports.get(id);
        return new ExportView(
                export.id(),
                DivisionCode.text(export.area().from()),
                export.scope(),
                export.reason(),
                export.orderedName(),
                export.orderedAt(),
                export.finishedAt(),
                export.households(),
                exports.until(export));
    }

    @GET
    @Path("/{id}/file")
    @Produces(ZIP)
    @Operation(
            operationId = "getArchiveExportFile",
            summary = "The files as they were compiled, with their hashes in SHA256SUMS.txt; the same bytes each time")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response file(@PathParam("id") UUID id) {
        Export export = exports.getFinished(id);
        audit.record(AuditEntry.listing("archives-read", "archives", export.area())
                .because(export.reason())
                .with("export", id.toString())
                .with("rows", export.households() == null ? 0 : export.households()));
        return Response.ok((StreamingOutput) out -> stream(export, out), ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".zip\"")
                .build();
    }

    private void stream(Export export, OutputStream out) throws IOException {
        StringBuilder sums = new StringBuilder();
        ZipOutputStream zip = new ZipOutputStream(out);
        List<ExportedFile> files = exports.listFiles(export, 0, SLICE);
        while (!files.isEmpty()) {
            for (ExportedFile file : files) {
                zip.putNextEntry(ArchiveResource.entry(file.name()));
                zip.write(file.json());
                sums.append(file.sha256()).append("  ").append(file.name()).append('\n');
            }
            files = exports.listFiles(export, files.getLast().seq(), SLICE);
        }
        zip.putNextEntry(ArchiveResource.entry("SHA256SUMS.txt"));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }
}
