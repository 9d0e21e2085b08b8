package org.jingzhun.chassis.sealing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;

/** Under which keys personal data is sealed, and the rotation that takes one out of use. */
@Path("/v1/sealing")
@Tag(name = "Operation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SealingResource {

    private final Sealing sealing;
    private final SealedRows rows;
    private final Jobs jobs;
    private final Audit audit;
    private final CurrentCaller caller;

    SealingResource(Sealing sealing, SealedRows rows, Jobs jobs, Audit audit, CurrentCaller caller) {
        this.sealing = sealing;
        this.rows = rows;
        this.jobs = jobs;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * How the data is sealed.
     *
     * @param primary number of the secret that seals
     * @param secrets numbers of those that open
     * @param columns what is sealed
     * @param removable secrets under which nothing is sealed any more: they may be taken out of the variable
     */
    @Schema(name = "SealingState")
    public record State(int primary, List<Integer> secrets, List<Column> columns, List<Integer> removable) {}

    /** @param values how many, by the number of the secret they are sealed under */
    @Schema(name = "SealedColumn")
    public record Column(String name, Map<Integer, Long> values) {}

    @GET
    @RolesAllowed({"admin", "auditor"})
    @Operation(
            operationId = "getSealing",
            summary = "Under which secrets personal data is sealed, and which of them are no longer needed")
    public State get() {
        List<Column> columns = CallerScope.call(Caller.system("sealing"), () -> QuarkusTransaction.requiringNew()
                .call(() -> rows.columns().stream()
                        .map(column -> new Column(column.name(), rows.count(column)))
                        .toList()));
        List<Integer> removable = sealing.ids().stream()
                .filter(id -> id != sealing.primary())
                .filter(id ->
                        columns.stream().noneMatch(column -> column.values().containsKey(id)))
                .toList();
        return new State(sealing.primary(), sealing.ids(), columns, removable);
    }

    @POST
    @Path("/rotation")
    @RolesAllowed("admin")
    @Operation(
            operationId = "rotateSealing",
            summary = "Seals everything under the primary secret, so that the former ones can be removed",
            description = "A job; its result has the number of values still under another secret, by column.")
    @APIResponse(
            responseCode = "202",
            description = "The job that does it",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response rotate() {
        Area area = caller.get().area();
        UUID id = QuarkusTransaction.requiringNew().call(() -> {
            audit.record(AuditEntry.listing("sealing-rotation-ordered", "sealing", area)
                    .with("primary", sealing.primary()));
            return jobs.submit(Rotation.KIND, Map.of());
        });
        return jobs.accepted(id);
    }
}
