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
import org.jingzhun.pairing.social.Offer;
import org.jingzhun.pairing.social.SocialRows;
import org.jspecify.annotations.Nullable;

/** Offers (援助信息). */
@Path("/v1/offers")
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
public class OfferResource {

    private final Helping helping;
    private final SocialRows rows;
    private final Lists lists;

    OfferResource(Helping helping, SocialRows rows, Lists lists) {
        this.helping = helping;
        this.rows = rows;
        this.lists = lists;
    }

    /** A slice. */
    @Schema(name = "OfferSlice")
    record OfferSlice(
            List<OfferView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What is to be published. */
    @Schema(name = "OfferBody")
    record OfferBody(
            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "Where it may be used, with all in it.")
            String division,

            @NotBlank @Size(max = 200) @Schema(description = "As the donor wishes to be called.")
            String donor,

            @NotNull Offer.DonorKind donorKind,

            @Schema(description = "Open campaign that it joins; absent when none.") @Nullable
            UUID campaignId,

            @Size(min = 1, max = 100)
            @Schema(description = "A label alone, for a campaign that is not recorded; not beside campaignId.")
            @Nullable
            String campaign,

            @NotNull HelpKind kind,

            @Min(1) @Max(100_000_000) @Schema(description = "Yuan for MONEY, else pieces or places.")
            int amount,

            @NotBlank @Size(max = 200) String title,
            @NotNull LocalDate firstOn,

            @NotNull @Schema(description = "Today or later.")
            LocalDate lastOn) {

        Offer offer(UUID id) {
            return new Offer(
                    id,
                    Long.parseLong(division),
                    donor.strip(),
                    donorKind,
                    campaignId,
                    campaign,
                    kind,
                    amount,
                    amount,
                    title.strip(),
                    firstOn,
                    lastOn,
                    false,
                    0);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listOffers", summary = "Offers of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = OfferSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("kind") @Nullable HelpKind kind,
            @Schema(description = "Only those of which something is not matched.") @QueryParam("open") boolean open,
            @Schema(description = "Only those of this campaign (id).") @QueryParam("campaign") @Nullable UUID campaign,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var filter = new SocialRows.Filter(Divisions.area(division), kind, open, campaign);
        return lists.answer(headers, page, OfferView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> rows.offers(filter, behind, count), Offer::id)
                .map(OfferView::of));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "putOffer", summary = "Publish under an id of the client's choice; never changes")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public OfferView put(@PathParam("id") UUID id, @Valid @NotNull OfferBody body) {
        return OfferView.of(helping.publish(body.offer(id)));
    }

    @POST
    @Idempotent
    @Path("/{id}/withdrawal")
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "withdrawOffer", summary = "Take it back while nothing of it is matched")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public OfferView withdraw(@PathParam("id") UUID id) {
        return OfferView.of(helping.withdrawOffer(id));
    }
}
