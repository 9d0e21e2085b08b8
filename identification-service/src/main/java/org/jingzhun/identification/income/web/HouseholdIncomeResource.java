package org.jingzhun.identification.income.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.income.IncomeRecording;
import org.jingzhun.identification.income.Incomes;
import org.jspecify.annotations.Nullable;

/** The incomes of one household. */
@Path("/v1/households/{id}/incomes")
@Tag(name = "Incomes")
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
public class HouseholdIncomeResource {

    private final IncomeRecording recording;
    private final Incomes incomes;
    private final AuditedLists lists;

    HouseholdIncomeResource(IncomeRecording recording, Incomes incomes, AuditedLists lists) {
        this.recording = recording;
        this.incomes = incomes;
        this.lists = lists;
    }

    /** A slice of incomes. */
    @Schema(name = "IncomeSlice")
    public record IncomeSlice(
            List<IncomeView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON})
    @Transactional
    @Operation(operationId = "listIncomes", summary = "Incomes of a household by the end of their period")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = IncomeSlice.class)))
    public Response list(
            @PathParam("id") UUID household, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        long village = recording.findVillage(household).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
        return lists.answer(
                headers,
                page,
                IncomeView.class,
                AuditEntry.of("incomes-read", "household", household).in(village),
                (after, limit) -> incomes.list(household, Cursor.parse(after, 2), limit)
                        .map(income -> IncomeView.of(income, recording.recompute(income))));
    }
}
