package org.jingzhun.identification.change.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.change.ChangeRow;
import org.jingzhun.identification.change.Changes;
import org.jingzhun.identification.change.Kind;
import org.jingzhun.identification.change.Stage;
import org.jspecify.annotations.Nullable;

/** Natural changes of the households in the caller's area. */
@Path("/v1/household-changes")
@Tag(name = "Households")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class ChangeListResource {

    private static final int KEYS = 2;

    private final Changes changes;
    private final Lists lists;

    ChangeListResource(Changes changes, Lists lists) {
        this.changes = changes;
        this.lists = lists;
    }

    /** A slice of changes. */
    @Schema(name = "HouseholdChangeSlice")
    public record ChangeSlice(
            List<ChangeRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listChanges",
            summary = "Changes of households by village, without the personal data in them")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ChangeSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("household") @Nullable UUID household,
            @QueryParam("kind") @Nullable Kind kind,
            @QueryParam("stage") @Nullable Stage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Changes.Filter filter =
                new Changes.Filter(division == null ? null : Area.ofPrefix(division), household, kind, stage);
        return lists.answer(
                headers,
                page,
                ChangeRow.class,
                (after, limit) -> changes.list(filter, Cursor.parse(after, KEYS), limit));
    }
}
