package org.jingzhun.identification.campaign.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.campaign.Notice;
import org.jingzhun.identification.campaign.Notices;

/** Public notices: the one thing that anybody may read. */
@Path("/v1/rounds/{id}/notice")
@Tag(name = "Notices")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class NoticeResource {

    private final Notices notices;

    NoticeResource(Notices notices) {
        this.notices = notices;
    }

    @GET
    @Operation(operationId = "getNotice", summary = "The list of a village while its notice is up; for everybody")
    public Notice get(@PathParam("id") UUID id) {
        return CallerScope.call(Caller.system("public notice"), () -> notices.find(id))
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }
}
