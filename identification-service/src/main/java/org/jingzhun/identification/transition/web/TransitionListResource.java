package org.jingzhun.identification.transition.web;

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
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.transition.Kind;
import org.jingzhun.identification.transition.Stage;
import org.jingzhun.identification.transition.Transitions;
import org.jspecify.annotations.Nullable;

/** Returns, roll-backs and removals of the caller's area. */
@Path("/v1/register-transitions")
@Tag(name = "Register")
@Produces(MediaType.APPLICATION_JSON)
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
public class TransitionListResource {

    private static final int KEYS = 2;

    private final Transitions transitions;
    private final CurrentCaller caller;
    private final AuditedLists lists;

    TransitionListResource(Transitions transitions, CurrentCaller caller, AuditedLists lists) {
        this.transitions = transitions;
        this.caller = caller;
        this.lists = lists;
    }

    /** A slice of transitions. */
    @Schema(name = "RegisterTransitionSlice")
    public record TransitionSlice(
            List<TransitionView.TransitionRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listTransitions",
            summary = "Returns, roll-backs and removals by village; returns that a campaign proposes are among them")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = TransitionSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("household") @Nullable UUID household,
            @QueryParam("kind") @Nullable Kind kind,
            @QueryParam("stage") @Nullable Stage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Transitions.Filter filter =
                new Transitions.Filter(division == null ? null : Area.ofPrefix(division), household, kind, stage);
        return lists.answer(
                headers,
                page,
                TransitionView.TransitionRow.class,
                AuditEntry.listing("transitions-listed", "register-transition", filter.division()),
                (after, limit) -> transitions
                        .list(filter, caller.get().subject(), Cursor.parse(after, KEYS), limit)
                        .map(TransitionView.TransitionRow::of));
    }
}
