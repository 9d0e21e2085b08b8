package org.jingzhun.funding.loan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import jakarta.ws.rs.HeaderParam;
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
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.claim.ClaimStage;
import org.jingzhun.funding.claim.web.ClaimStepRequest;
import org.jingzhun.funding.loan.ClaimingSubsidies;
import org.jingzhun.funding.loan.Product;
import org.jingzhun.funding.loan.Quarter;
import org.jingzhun.funding.loan.SubsidyClaim;
import org.jingzhun.funding.loan.SubsidyClaims;
import org.jingzhun.funding.loan.SubsidyLine;
import org.jspecify.annotations.Nullable;

/** Claims of banks to subsidised interest (贴息申请). */
@Path("/v1/subsidy-claims")
@Tag(name = "Loans")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SubsidyClaimResource {

    private final ClaimingSubsidies claiming;
    private final SubsidyClaims claims;
    private final Lists lists;

    SubsidyClaimResource(ClaimingSubsidies claiming, SubsidyClaims claims, Lists lists) {
        this.claiming = claiming;
        this.claims = claims;
        this.lists = lists;
    }

    /** For which loans interest is claimed. */
    @Schema(name = "SubsidyClaimRequest")
    record SubsidyRequest(
            @NotNull @Pattern(regexp = "[1-9]\\d{5}(0{6})?") @Schema(examples = "451031000000")
            String county,

            @NotBlank @Size(max = 60) String bank,
            @NotNull Product product,
            @Min(2000) @Max(2100) int year,
            @Min(1) @Max(4) int quarter) {}

    /** A slice of claims. */
    @Schema(name = "SubsidyClaimSlice")
    record SubsidySlice(
            List<SubsidyClaimView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A slice of lines. */
    @Schema(name = "SubsidyLineSlice")
    record LineSlice(
            List<SubsidyClaimView.LineView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listSubsidyClaims", summary = "Subsidy claims of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = SubsidySlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("stage") @Nullable ClaimStage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, SubsidyClaimView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> claims.list(area, stage, behind, count),
                        subsidy -> subsidy.claim().id())
                .map(SubsidyClaimView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getSubsidyClaim", summary = "One subsidy claim with its steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = SubsidyClaimView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(claims.get(id));
    }

    @GET
    @Path("/{id}/lines")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listSubsidyLines", summary = "What a claim asks for each loan, by loan")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = LineSlice.class)))
    public Response listLines(
            @PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, SubsidyClaimView.LineView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) ->
                                claims.listLines(claims.get(id).claim().id(), behind, count),
                        SubsidyLine::loanId)
                .map(SubsidyClaimView.LineView::of));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({"finance-officer", "system"})
    @Operation(
            operationId = "createSubsidyClaim",
            summary =
                    "Compute a quarter's claim of a bank: subsidised interest until its end, less what was claimed before")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = SubsidyClaimView.class)))
    public Response create(@Valid @NotNull SubsidyRequest request) {
        var subsidy = claiming.claim(
                Area.ofPrefix(request.county()).from(),
                request.bank(),
                request.product(),
                new Quarter(request.year(), request.quarter()));
        var id = subsidy.claim().id();
        return Revisions.recorded(
                true,
                "/v1/subsidy-claims/" + id,
                SubsidyClaimView.of(subsidy),
                subsidy.claim().revision());
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer"})
    @Operation(operationId = "takeSubsidyClaimStep", summary = "CHECK, APPROVE, PAY or REJECT; each by another person")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = SubsidyClaimView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull ClaimStepRequest request) {
        var source = request.source();
        var year = request.year();
        var from = source == null || year == null ? null : new ClaimingSubsidies.From(source, year);
        return answer(claiming.take(id, request.step(), request.remarkOrNothing(), from, ifMatch));
    }

    private static Response answer(SubsidyClaim subsidy) {
        return Revisions.answer(SubsidyClaimView.of(subsidy), subsidy.claim().revision());
    }
}
