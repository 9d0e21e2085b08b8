package org.jingzhun.pairing.link.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.link.Enterprise;
import org.jingzhun.pairing.link.Enterprises;
import org.jspecify.annotations.Nullable;

/** Enterprises of the caller's area. */
@Path("/v1/enterprises")
@Tag(name = "Links")
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
public class EnterpriseResource {

    private final Enterprises enterprises;
    private final Lists lists;

    EnterpriseResource(Enterprises enterprises, Lists lists) {
        this.enterprises = enterprises;
        this.lists = lists;
    }

    /** An enterprise as its readers see it. */
    @Schema(name = "Enterprise")
    public record EnterpriseView(
            UUID id,
            String name,

            @Schema(description = "Unified social credit code.")
            String creditCode,

            String trade,
            @Schema(description = "12 digits.") String division,
            long revision) {

        static EnterpriseView of(Enterprise enterprise) {
            return new EnterpriseView(
                    enterprise.id(),
                    enterprise.name(),
                    enterprise.creditCode(),
                    enterprise.trade(),
                    String.valueOf(enterprise.division()),
                    enterprise.revision());
        }
    }

    /** A slice of enterprises. */
    @Schema(name = "EnterpriseSlice")
    public record EnterpriseSlice(
            List<EnterpriseView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** What is told of an enterprise. */
    @Schema(name = "EnterpriseBody")
    public record EnterpriseBody(
            @NotBlank @Size(max = 100) String name,

            @NotNull @Pattern(regexp = Enterprise.CREDIT_CODE) @Schema(description = "Unified social credit code.")
            String creditCode,

            @Size(max = 100) @Nullable String trade,

            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "12 digits: the area in which it helps.")
            String division) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listEnterprises", summary = "Enterprises in the order of their ids")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnterpriseSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = Divisions.area(division);
        return lists.answer(headers, page, EnterpriseView.class, (after, limit) -> enterprises
                .list(area, Cursor.parse(after, 1), limit)
                .map(EnterpriseView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEnterprise", summary = "One enterprise")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(enterprises.find(id).orElseThrow(() -> Problem.of(404, "not-found")
                .asException()));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(
            operationId = "putEnterprise",
            summary = "Record or correct an enterprise under an id of the client's choice")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid EnterpriseBody body) {
        Enterprise told = new Enterprise(
                id,
                body.name(),
                body.creditCode(),
                body.trade() == null ? "" : body.trade(),
                Long.parseLong(body.division()),
                0);
        return answer(enterprises.put(told, ifMatch));
    }

    private static Response answer(Enterprise enterprise) {
        return Revisions.answer(EnterpriseView.of(enterprise), enterprise.revision());
    }
}
