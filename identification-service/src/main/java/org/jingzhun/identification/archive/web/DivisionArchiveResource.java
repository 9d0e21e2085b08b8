package org.jingzhun.identification.archive.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.archive.ArchiveFile;
import org.jingzhun.identification.archive.Archiving;
import org.jingzhun.identification.archive.IssuedManifests;
import org.jingzhun.identification.archive.manifest.Canonical;
import org.jspecify.annotations.Nullable;

/** The files of all registered households of a division, for its archive (县级归档). */
@Path("/v1/archives")
@Tag(name = "Archives")
@RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.AUDITOR})
public class DivisionArchiveResource {

    private static final int SLICE = 20;
    private static final String ZIP = "application/zip";

    private final Archiving archiving;
    private final IssuedManifests issued;
    private final Audit audit;
    private final CurrentCaller caller;

    DivisionArchiveResource(Archiving archiving, IssuedManifests issued, Audit audit, CurrentCaller caller) {
        this.archiving = archiving;
        this.issued = issued;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Produces(ZIP)
    @Operation(
            operationId = "listArchives",
            summary =
                    "The files of a division's registered households as JSON, streamed, with their hashes in SHA256SUMS.txt")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response files(
            @QueryParam("division") @NotNull @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") String division,
            @QueryParam("reason")
                    @Size(max = 200)
                    @Parameter(description = "Why they are read; kept in the audit trail.")
                    @Nullable
                    String reason) {
        Area area = Area.ofPrefix(division);
        Area own = area.intersect(caller.get().area());
        Audit.Attributed reading =
                audit.attribute(AuditEntry.listing("archives-read", "archives", own.isEmpty() ? null : own)
                        .because(reason));
        return Response.ok((StreamingOutput) out -> stream(area, reading, out), ZIP)
                .build();
    }

    /** A slice of households in memory at a time, each in a transaction of its own: few, so that the answer begins soon. */
    private void stream(Area area, Audit.Attributed reading, OutputStream out) throws IOException {
        Discretion scope = Discretion.of(caller.get().roles());
        StringBuilder sums = new StringBuilder();
        long rows = 0;
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            List<ArchiveFile> slice = next(area, null, scope);
            while (!slice.isEmpty()) {
                for (ArchiveFile file : slice) {
                    String name =
                            file.subject().villageCode() + "/" + file.subject().householdId() + ".json";
                    byte[] json = file.json();
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(json);
                    sums.append(Canonical.sha256(json))
                            .append("  ")
                            .append(name)
                            .append('\n');
                }
                rows += slice.size();
                slice = next(area, slice.getLast().subject(), scope);
            }
            zip.putNextEntry(new ZipEntry("SHA256SUMS.txt"));
            zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        } finally {
            audit.write(List.of(reading.with("rows", rows)));
        }
    }

    private List<ArchiveFile> next(Area area, ArchiveFile.@Nullable Subject last, Discretion scope) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<ArchiveFile> files = archiving.list(area, last, SLICE, scope);
            issued.keep(files);
            return files;
        });
    }
}
