package org.jingzhun.identification.statistics.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.statistics.Question;
import org.jingzhun.identification.statistics.Recounting;
import org.jingzhun.identification.statistics.Recounting.Fault;

/** Proof of the statistics: the register is counted anew from its history. */
@Path("/v1/statistics/recounts")
@Tag(name = "Statistics")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
public class RecountResource {

    private static final int LISTED = 1000;

    private final Scope scope;
    private final Recounting recounting;
    private final Audit audit;

    RecountResource(Scope scope, Recounting recounting, Audit audit) {
        this.scope = scope;
        this.recounting = recounting;
        this.audit = audit;
    }

    /**
     * What to count anew.
     *
     * @param repair true to make counts with faults anew, too
     */
    @Schema(name = "Recount")
    public record Recount(
            @NotNull @Pattern(regexp = StatisticsQuery.DIVISION)
            String division,

            boolean repair) {}

    /** @param faults as they were found, a thousand at most */
    @Schema(name = "Recounted")
    public record Recounted(String division, boolean repaired, List<Fault> faults) {}

    @POST
    @Operation(
            operationId = "recountRegister",
            summary = "Compares the counts of the register with its history, and makes them anew if they differ")
    public Recounted recount(@NotNull @Valid Recount body) {
        Question question = scope.question(body.division(), null, null);
        Area area = question.division();
        List<Fault> faults = recounting.faults(area, LISTED);
        boolean repaired = body.repair() && !faults.isEmpty();
        if (repaired) {
            long households = recounting.repair(area);
            audit.record(AuditEntry.listing("register-recounted", "statistics", area)
                    .with("faults", faults.size())
                    .with("households", households));
        }
        return new Recounted(body.division(), repaired, faults);
    }
}
