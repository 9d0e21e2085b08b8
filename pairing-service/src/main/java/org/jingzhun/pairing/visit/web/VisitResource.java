package org.jingzhun.pairing.visit.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
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
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.VisitRule;
import org.jingzhun.pairing.visit.Verdict;
import org.jingzhun.pairing.visit.Visit;
import org.jingzhun.pairing.visit.VisitPhoto;
import org.jingzhun.pairing.visit.VisitPhotos;
import org.jingzhun.pairing.visit.Visiting;
import org.jingzhun.pairing.visit.Visits;
import org.jspecify.annotations.Nullable;

/** Visits of the caller's area; a helper records and sees its own. */
@Path("/v1/visits")
@Tag(name = "Visits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM,
    Role.HELPER
})
public class VisitResource {

    private static final int KEYS = 2;

    /** Belongs to no helper. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Visits visits;
    private final Visiting visiting;
    private final VisitPhotos photos;
    private final CurrentCaller caller;
    private final Audit audit;
    private final AuditedLists lists;
    private final Policies policies;
    private final Clock clock;

    VisitResource(
            Visits visits,
            Visiting visiting,
            VisitPhotos photos,
            CurrentCaller caller,
            Audit audit,
            AuditedLists lists,
            Policies policies,
            Clock clock) {
        this.policies = policies;
        this.clock = clock;
        this.visits = visits;
        this.visiting = visiting;
        this.photos = photos;
        this.caller = caller;
        this.audit = audit;
        this.lists = lists;
    }

    /** A slice of visits. */
    @Schema(name = "VisitSlice")
    public record VisitSlice(
            List<VisitView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listVisits", summary = "Visits by day; a helper sees its own")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VisitSlice.class)))
    public Response list(
            @QueryParam("helper") @Nullable UUID helper,
            @QueryParam("household") @Nullable UUID household,
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = Divisions.area(division);
        Visits.Filter filter = new Visits.Filter(area, visible(helper), household, from, to);
        AuditEntry reading = AuditEntry.listing("visits-listed", "visits", area);
        int far = farMetres();
        return lists.answer(headers, page, VisitView.class, reading, (after, limit) -> {
            Slice<Visit> slice = visits.list(filter, Cursor.parse(after, KEYS), limit);
            Map<UUID, List<VisitPhoto>> taken = photos.of(slice.items(), far);
            return slice.map(visit -> VisitView.of(visit, far, taken.get(visit.id()), null));
        });
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getVisit", summary = "One visit")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VisitView.class)))
    public VisitView get(@PathParam("id") UUID id) {
        Visit visit = visits.find(id)
                .filter(found -> {
                    UUID own = visible(null);
                    return own == null || own.equals(found.facts().helperId());
                })
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(AuditEntry.of("visit-read", "household", visit.facts().householdId())
                .in(visit.villageCode())
                .with("visit", id));
        return view(visit, null);
    }

    private VisitView view(Visit visit, @Nullable List<VisitNote> notes) {
        int far = farMetres();
        return VisitView.of(visit, far, photos.of(List.of(visit), far).get(visit.id()), notes);
    }

    @PUT
    @Transactional
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.HELPER)
    @Operation(
            operationId = "putVisit",
            summary =
                    "Record a visit under an id of the client's choice; what is recorded never changes. A second one in"
                            + " a month is welcome, and told in the notes")
    @APIResponse(
            responseCode = "200",
            description = "Known just so.",
            content = @Content(schema = @Schema(implementation = VisitView.class)))
    @APIResponse(
            responseCode = "201",
            description = "New; Location is where it is.",
            content = @Content(schema = @Schema(implementation = VisitView.class)))
    public Response put(@PathParam("id") UUID id, @NotNull @Valid VisitBody body, RoutingContext exchange) {
        Verdict.Recorded recorded = visiting.record(id, body.facts());
        Visits.Earlier earlier = visiting.earlierInMonth(List.of(recorded)).get(id);
        Response.ResponseBuilder answer =
                recorded.isNew() ? Response.created(URI.create("/v1/visits/" + id)) : Response.ok();
        return answer.entity(view(recorded.visit(), VisitNote.of(earlier, exchange)))
                .build();
    }

    private int farMetres() {
        return policies.visits.on(Clocks.today(clock)).get(VisitRule.FAR_METRES);
    }

    /** A helper's token narrows to the helper's own, whatever was asked for. */
    private @Nullable UUID visible(@Nullable UUID asked) {
        Caller asking = caller.get();
        if (!asking.has(Role.HELPER)) {
            return asked;
        }
        UUID own = asking.helperId();
        return own == null || (asked != null && !asked.equals(own)) ? NOBODY : own;
    }
}
