package org.jingzhun.identification.income.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.income.Income;
import org.jingzhun.identification.income.IncomeRecording;
import org.jingzhun.identification.income.Incomes;
import org.jingzhun.identification.income.computing.Computation;
import org.jingzhun.identification.money.Yuan;

/** What households of the caller's area earn. */
@Path("/v1/incomes")
@Tag(name = "Incomes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class IncomeResource {

    private final IncomeRecording recording;
    private final Incomes incomes;
    private final Audit audit;

    IncomeResource(IncomeRecording recording, Incomes incomes, Audit audit) {
        this.recording = recording;
        this.incomes = incomes;
        this.audit = audit;
    }

    /**
     * The stored income beside one that was just made from the stored amounts.
     *
     * @param agrees whether both are the same, as they must be
     */
    @Schema(name = "IncomeProof")
    public record ProofView(
            UUID id,
            String rules,

            @Schema(description = "Yuan.") String storedNet,

            @Schema(description = "Yuan.") String storedPerHead,

            @Schema(description = "Yuan: all that was stated as income, whether it counts or not.")
            String gross,

            @Schema(description = "Yuan.") String counted,

            @Schema(description = "Yuan.") String costs,

            @Schema(description = "Yuan.") String net,

            @Schema(description = "Yuan.") String perHead,

            List<IncomeView.ContributionView> contributions,
            boolean agrees) {}

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.COUNTY_OFFICER, Role.SYSTEM})
    @Operation(
            operationId = "putIncome",
            summary = "Record what a household earned in a period, and get its net income explained",
            description = "A record is never changed. A correction is a record under a new id that names the one whose"
                    + " place it takes.")
    @APIResponse(
            responseCode = "200",
            description = "Known just so.",
            content = @Content(schema = @Schema(implementation = IncomeView.class)))
    @APIResponse(
            responseCode = "201",
            description = "New; Location is where it is.",
            content = @Content(schema = @Schema(implementation = IncomeView.class)))
    public Response put(@PathParam("id") UUID id, @NotNull @Valid IncomeBody body) {
        IncomeRecording.Recorded recorded = recording.record(id, body.statement());
        Response.ResponseBuilder answer =
                recorded.isNew() ? Response.created(URI.create("/v1/incomes/" + id)) : Response.ok();
        return answer.entity(IncomeView.of(recorded.income(), recorded.computation()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getIncome", summary = "An income with what each line gives")
    public IncomeView get(@PathParam("id") UUID id) {
        Income income = read(id);
        return IncomeView.of(income, recording.recompute(income));
    }

    @GET
    @Path("/{id}/proof")
    @Transactional
    @Operation(operationId = "proveIncome", summary = "The stored income beside a fresh computation")
    public ProofView prove(@PathParam("id") UUID id) {
        Income income = read(id);
        Computation computed = recording.recompute(income);
        return new ProofView(
                id,
                income.rules(),
                Yuan.ofFen(income.netFen()),
                Yuan.ofFen(income.perHeadFen()),
                Yuan.ofFen(computed.gross()),
                Yuan.ofFen(computed.counted()),
                Yuan.ofFen(computed.costs()),
                Yuan.ofFen(computed.net()),
                Yuan.ofFen(computed.perHead()),
                IncomeView.contributions(computed),
                computed.net() == income.netFen() && computed.perHead() == income.perHeadFen());
    }

    private Income read(UUID id) {
        Income income = incomes.get(id);
        audit.record(
                AuditEntry.of("income-read", "household", income.statement().householdId())
                        .in(income.villageCode())
                        .with("income", id));
        return income;
    }
}
