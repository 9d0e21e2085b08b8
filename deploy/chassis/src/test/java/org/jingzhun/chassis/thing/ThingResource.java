package org.jingzhun.chassis.thing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jspecify.annotations.Nullable;

@Path("/v1/things")
@RolesAllowed("county-officer")
public class ThingResource {

    private final Things things;
    private final Lists lists;
    private final AuditedLists auditedLists;

    ThingResource(Things things, Lists lists, AuditedLists auditedLists) {
        this.things = things;
        this.lists = lists;
        this.auditedLists = auditedLists;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    public Response list(@BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, Thing.class, (after, limit) -> things.list(Cursor.parse(after, 1), limit));
    }

    @GET
    @Path("/personal")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    public Response listPersonal(
            @QueryParam("division") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        AuditEntry reading =
                AuditEntry.listing("things-listed", "things", division == null ? null : Area.ofPrefix(division));
        return auditedLists.answer(
                headers, page, Thing.class, reading, (after, limit) -> things.list(Cursor.parse(after, 1), limit));
    }

    @PUT
    @Path("/new")
    public void putNew(@Valid Thing thing) {
        things.insert(thing);
    }

    @POST
    @Path("/new")
    public void postNew(@Valid Thing thing) {
        things.insert(thing);
    }

    @PUT
    public Response put(
            @Valid Thing thing,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("current") long current) {
        Revisions.require(ifMatch, current);
        things.put(thing);
        return Response.ok(thing).tag(Revisions.tag(thing.revision())).build();
    }
}
