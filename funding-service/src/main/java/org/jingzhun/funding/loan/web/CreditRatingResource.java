package org.jingzhun.funding.loan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.net.URI;
import java.time.LocalDate;
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
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.CreditRating;
import org.jingzhun.funding.loan.CreditRatings;
import org.jingzhun.funding.loan.RatingHouseholds;
import org.jingzhun.funding.loan.rating.Found;
import org.jspecify.annotations.Nullable;

/** Households' credit ratings and lines (评级授信). */
@Path("/v1/credit-ratings")
@Tag(name = "Loans")
@RolesAllowed({
    "finance-officer",
    "village-officer",
    "township-officer",
    "county-officer",
    "city-officer",
    "region-officer",
    "auditor",
    "system"
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CreditRatingResource {

    private static final int MOST_FINDINGS = 50;

    private final RatingHouseholds rating;
    private final CreditRatings ratings;
    private final AuditedLists lists;

    CreditRatingResource(RatingHouseholds rating, CreditRatings ratings, AuditedLists lists) {
        this.rating = rating;
        this.ratings = ratings;
        this.lists = lists;
    }

    /** What was found of a household. */
    @Schema(name = "CreditRatingRequest")
    record RatingRequest(
            @NotNull UUID householdId,

            @NotNull
            @Size(min = 1, max = MOST_FINDINGS)
            @Schema(description = "One for each criterion of the table loan-rating-options.")
            List<@Valid @NotNull FindingRequest> findings) {}

    /** What was found under a criterion. */
    @Schema(name = "CreditFinding")
    record FindingRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String criterion,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String option) {

        static FindingRequest of(Found found) {
            return new FindingRequest(found.criterion(), found.option());
        }
    }

    /** A rating as seen from outside. */
    @Schema(name = "CreditRating")
    record RatingView(
            UUID id,
            UUID householdId,
            String village,

            @Schema(description = "Version of criteria and grades.")
            String version,

            List<FindingRequest> findings,
            int points,
            String grade,

            @Schema(description = "What may be lent at most.")
            Money line,

            LocalDate ratedOn,
            String ratedBy,

            @Schema(description = "It holds from its confirmation on.") @Nullable
            String confirmedBy) {

        static RatingView of(CreditRating rating) {
            return new RatingView(
                    rating.id(),
                    rating.householdId(),
                    Long.toString(rating.village()),
                    rating.version(),
                    rating.findings().stream().map(FindingRequest::of).toList(),
                    rating.points(),
                    rating.grade(),
                    rating.line(),
                    rating.ratedOn(),
                    rating.ratedBy(),
                    rating.confirmedBy());
        }
    }

    /** A slice of ratings. */
    @Schema(name = "CreditRatingSlice")
    record RatingSlice(
            List<RatingView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listCreditRatings", summary = "Ratings of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = RatingSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("household") @Nullable UUID household,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(
                headers,
                page,
                RatingView.class,
                AuditEntry.listing("credit-ratings-read", "credit-rating", area),
                (after, limit) -> Slice.byId(
                                after,
                                limit,
                                (behind, count) -> ratings.list(area, household, behind, count),
                                CreditRating::id)
                        .map(RatingView::of));
    }

    @POST
    @Idempotent
    @RolesAllowed({"village-officer", "township-officer", "finance-officer", "system"})
    @Operation(operationId = "createCreditRating", summary = "Rate a household by the criteria of today")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = RatingView.class)))
    public Response create(@Valid @NotNull RatingRequest request) {
        var rated = rating.rate(
                request.householdId(),
                request.findings().stream()
                        .map(finding -> new Found(finding.criterion(), finding.option()))
                        .toList());
        return Response.created(URI.create("/v1/credit-ratings?household=" + rated.householdId()))
                .entity(RatingView.of(rated))
                .build();
    }

    @POST
    @Idempotent
    @Path("/{id}/confirmation")
    @RolesAllowed({"village-officer", "township-officer", "finance-officer", "system"})
    @Operation(
            operationId = "confirmCreditRating",
            summary = "Confirm a rating that another person made; it then holds")
    public RatingView confirm(@PathParam("id") UUID id) {
        return RatingView.of(rating.confirm(id));
    }
}
