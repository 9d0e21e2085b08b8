package org.jingzhun.chassis.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** The audit trail for auditors. */
@Path("/v1/audit")
@Tag(name = "Audit")
@RolesAllowed("auditor")
@RunOnVirtualThread
public class AuditResource {

    private final AuditTrail trail;
    private final AuditProving proving;
    private final AuditedLists lists;

    AuditResource(AuditTrail trail, AuditProving proving, AuditedLists lists) {
        this.trail = trail;
        this.proving = proving;
        this.lists = lists;
    }

    /** A slice of audit records. */
    @Schema(name = "AuditRecordSlice")
    public record AuditRecordSlice(
            List<AuditRecord> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listAuditRecords", summary = "Records of your area, oldest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuditRecordSlice.class)))
    public Response list(
            @BeanParam AuditFilter filter, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        var reading = AuditEntry.of("audit-read", "audit", "all");
        return lists.answer(headers, page, AuditRecord.class, reading, (after, limit) -> {
            Cursor cursor = Cursor.parse(after, 1);
            return Slice.of(
                    trail.list(filter, cursor == null ? 0 : cursor.number(0), limit + 1),
                    limit,
                    record -> Cursor.of(record.seq()));
        });
    }

    @GET
    @Path("proof")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proveAudit",
            summary = "Recompute the chain of all records; with position and hash, look for a noted one",
            description =
                    "The service computes every hash anew and compares the chain with its signed heads in Kafka, which the database's owner cannot change: a changed record, a cut end and a chain written anew each show.")
    public AuditProof proof(
            @QueryParam("position") @Min(0) @Max(Long.MAX_VALUE) @Nullable Long position,
            @QueryParam("hash") @Pattern(regexp = "[0-9a-f]{64}") @Nullable String hash) {
        return proving.prove(position == null || hash == null ? null : new AuditTrail.Head(position, hash));
    }
}
