package org.jingzhun.identification.exit.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.exit.Recheck;
import org.jingzhun.identification.exit.Rechecks;
import org.jingzhun.identification.exit.Subject;
import org.jspecify.annotations.Nullable;

/** Whether all who exited still meet the standard of their exit year. */
@Path("/v1/exit-rechecks")
@Tag(name = "Exits")
@Produces(MediaType.APPLICATION_JSON)
public class RecheckResource {

    private static final int KEYS = 2;

    private final Rechecks rechecks;
    private final AuditedLists lists;

    RecheckResource(Rechecks rechecks, AuditedLists lists) {
        this.rechecks = rechecks;
        this.lists = lists;
    }

    /** A slice of re-checks. */
    @Schema(name = "RecheckSlice")
    public record RecheckSlice(
            List<Recheck> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @RolesAllowed({
        Role.VILLAGE_OFFICER,
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER,
        Role.AUDITOR,
        Role.SUPERVISOR,
        Role.SYSTEM
    })
    @Operation(
            operationId = "listRechecks",
            summary = "Who exited before a year, and whether the standard of the exit year is still met in it")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = RecheckSlice.class)))
    public Response list(
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year,
            @QueryParam("subject") @DefaultValue("HOUSEHOLD") Subject subject,
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("outcome") Recheck.@Nullable Outcome outcome,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Rechecks.Filter filter = new Rechecks.Filter(
                subject, year, division == null ? Area.EVERYWHERE : Area.ofPrefix(division), outcome);
        return lists.answer(
                headers,
                page,
                Recheck.class,
                AuditEntry.listing("rechecks-listed", "exit-recheck", filter.division()),
                (after, limit) -> rechecks.list(filter, Cursor.parse(after, KEYS), limit));
    }
}
