package org.jingzhun.pairing.social.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.social.Honour;
import org.jingzhun.pairing.social.HonourState;
import org.jingzhun.pairing.social.HonourStep;
import org.jingzhun.pairing.social.Honours;
import org.jspecify.annotations.Nullable;

/** Honours for those who help (扶贫荣誉). */
@Path("/v1/honours")
@Tag(name = "Social help")
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
public class HonourResource {

    private final Honours honours;
    private final Lists lists;

    HonourResource(Honours honours, Lists lists) {
        this.honours = honours;
        this.lists = lists;
    }

    /** A slice. */
    @Schema(name = "HonourSlice")
    record HonourSlice(
            List<HonourView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** An honour to be proposed. */
    @Schema(name = "HonourBody")
    record HonourBody(
            @NotNull @Schema(description = "The client's: the same again changes nothing, other content is refused.")
            UUID id,

            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "That confers it.")
            String division,

            @NotBlank @Size(max = 200) @Schema(description = "As the donor wishes to be called.")
            String donor,

            @NotBlank @Size(max = 100) String title,
            @NotBlank @Size(max = 1000) String reason) {}

    /** A step to be taken. */
    @Schema(name = "HonourStepRequest")
    record StepRequest(
            @NotNull HonourStep step,
            @Size(max = 1000) @Nullable String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listHonours", summary = "Honours of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = HonourSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("state") @Nullable HonourState state,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        return lists.answer(headers, page, HonourView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> honours.list(area, state, behind, count), Honour::id)
                .map(HonourView::of));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "proposeHonour", summary = "Propose an honour for a donor")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = HonourView.HandledView.class)))
    public HonourView.HandledView propose(@Valid @NotNull HonourBody body) {
        return HonourView.HandledView.of(honours.propose(
                body.id(),
                Long.parseLong(body.division()),
                body.donor().strip(),
                body.title().strip(),
                body.reason().strip()));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "takeHonourStep", summary = "CONFER (another person than who proposed) or DECLINE")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = HonourView.HandledView.class)))
    public HonourView.HandledView take(@PathParam("id") UUID id, @Valid @NotNull StepRequest request) {
        var remark = Remark.of(request.remark());
        return HonourView.HandledView.of(honours.take(id, request.step(), remark));
    }
}
