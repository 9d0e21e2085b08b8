package org.jingzhun.pairing.social.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.social.HelpKind;
import org.jingzhun.pairing.social.Helping;
import org.jingzhun.pairing.social.Need;
import org.jingzhun.pairing.social.SocialRows;
import org.jspecify.annotations.Nullable;

/** Needs (求助信息). */
@Path("/v1/needs")
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
public class NeedResource {

    private final Helping helping;
    private final SocialRows rows;
    private final Lists lists;

    NeedResource(Helping helping, SocialRows rows, Lists lists) {
        this.helping = helping;
        this.rows = rows;
        this.lists = lists;
    }

    /** A slice. */
    @Schema(name = "NeedSlice")
    record NeedSlice(
            List<NeedView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What is to be published. */
    @Schema(name = "NeedBody")
    record NeedBody(
            @NotNull @Pattern(regexp = Divisions.VILLAGE) String villageCode,

            @Schema(description = "Whose it is; absent when it is the village's.") @Nullable
            UUID householdId,

            @Schema(description = "Open campaign that it joins; absent when none.") @Nullable
            UUID campaignId,

            @NotNull HelpKind kind,

            @Min(1) @Max(100_000_000) @Schema(description = "Yuan for MONEY, else pieces or places.")
            int amount,

            @NotBlank @Size(max = 200) @Schema(description = "Never a name or an id number.")
            String title,

            @NotNull @Schema(description = "Today or later.")
            LocalDate neededBy) {

        Need need(UUID id) {
            return new Need(
                    id,
                    Long.parseLong(villageCode),
                    householdId,
                    campaignId,
                    kind,
                    amount,
                    amount,
                    title.strip(),
                    neededBy,
                    false,
                    0);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listNeeds", summary = "Needs of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = NeedSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("kind") @Nullable HelpKind kind,
            @Schema(description = "Only those of which something is not matched.") @QueryParam("open") boolean open,
            @Schema(description = "Only those of this campaign (id).") @QueryParam("campaign") @Nullable UUID campaign,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var filter = new SocialRows.Filter(Divisions.area(division), kind, open, campaign);
        return lists.answer(headers, page, NeedView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> rows.needs(filter, behind, count), Need::id)
                .map(NeedView::of));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.VILLAGE_OFFICER})
    @Operation(operationId = "putNeed", summary = "Publish under an id of the client's choice; never changes")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public NeedView put(@PathParam("id") UUID id, @Valid @NotNull NeedBody body) {
        return NeedView.of(helping.publish(body.need(id)));
    }

    @POST
    @Idempotent
    @Path("/{id}/withdrawal")
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.VILLAGE_OFFICER})
    @Operation(operationId = "withdrawNeed", summary = "Take it back while nothing of it is matched")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public NeedView withdraw(@PathParam("id") UUID id) {
        return NeedView.of(helping.withdrawNeed(id));
    }
}
