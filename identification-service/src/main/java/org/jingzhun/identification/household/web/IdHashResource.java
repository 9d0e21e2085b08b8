package org.jingzhun.identification.household.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.household.Rehashing;

/** The key by which persons are matched. */
@Path("/v1/id-hashes")
@Tag(name = "Operation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
public class IdHashResource {

    private final Jobs jobs;
    private final Audit audit;
    private final CurrentCaller caller;

    IdHashResource(Jobs jobs, Audit audit, CurrentCaller caller) {
        this.jobs = jobs;
        this.audit = audit;
        this.caller = caller;
    }

    @POST
    @Path("/rotation")
    @Operation(
            operationId = "rotateIdHashes",
            summary = "Takes all hashes of id numbers to a new key",
            description =
                    "A job. Needed when a former secret may have become known. It works through the persons in blocks;"
                            + " who records one waits for a block at most.")
    @APIResponse(
            responseCode = "202",
            description = "The job that does it",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response rotate() {
        UUID id = QuarkusTransaction.requiringNew().call(() -> {
            audit.record(AuditEntry.listing(
                    "id-hash-rotation-ordered", "sealing", caller.get().area()));
            return jobs.submit(Rehashing.KIND, Map.of());
        });
        return jobs.accepted(id);
    }
}
