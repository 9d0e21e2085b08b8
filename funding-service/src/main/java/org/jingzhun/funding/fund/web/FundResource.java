package org.jingzhun.funding.fund.web;

import com.github.f4b6a3.uuid.UuidCreator;
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
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.fund.Fund;
import org.jingzhun.funding.fund.FundKeeping;
import org.jingzhun.funding.fund.FundMember;
import org.jingzhun.funding.fund.FundMembers;
import org.jingzhun.funding.fund.FundMovement;
import org.jingzhun.funding.fund.FundMovements;
import org.jingzhun.funding.fund.Funds;
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** Funds (扶贫基金), what goes into them, and the members of mutual-aid funds. */
@Path("/v1")
@Tag(name = "Funds")
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
public class FundResource {

    private final FundKeeping keeping;
    private final Funds funds;
    private final FundMembers members;
    private final FundMovements movements;
    private final Lists lists;
    private final AuditedLists audited;

    FundResource(
            FundKeeping keeping,
            Funds funds,
            FundMembers members,
            FundMovements movements,
            Lists lists,
            AuditedLists audited) {
        this.keeping = keeping;
        this.funds = funds;
        this.members = members;
        this.movements = movements;
        this.lists = lists;
        this.audited = audited;
    }

    /** What a client says of a fund. */
    @Schema(name = "FundRequest")
    public record FundRequest(
            @NotNull FundKind kind,

            @NotNull
            @Pattern(regexp = "[1-9]\\d{11}")
            @Schema(description = "County or village whose fund it is.", examples = "451031100201")
            String division,

            @NotBlank @Size(max = 200) String name,
            @NotNull LocalDate foundedOn,
            @NotBlank @Size(max = 100) String documentNumber) {}

    /** A fund as seen from outside. */
    @Schema(name = "Fund")
    public record FundView(
            UUID id,
            FundKind kind,
            String division,
            String name,
            LocalDate foundedOn,
            String documentNumber,

            @Schema(description = "What it holds now.") Money available,

            long revision) {

        static FundView of(Fund fund) {
            return new FundView(
                    fund.id(),
                    fund.kind(),
                    Long.toString(fund.division()),
                    fund.name(),
                    fund.foundedOn(),
                    fund.documentNumber(),
                    fund.available(),
                    fund.revision());
        }
    }

    /** A slice of funds. */
    @Schema(name = "FundSlice")
    public record FundSlice(
            List<FundView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** Money that went into a fund, or out of it if negative. */
    @Schema(name = "FundMovement")
    public record MovementView(
            UUID id,
            FundMovement.Kind kind,
            UUID source,
            int year,
            Money amount,

            @Schema(description = "The grant or loan that it belongs to.") @Nullable
            UUID aid,

            @Schema(description = "Journal entry; absent where the batch of a payment booked it.") @Nullable
            UUID entry,

            LocalDate movedOn,
            String memo) {

        static MovementView of(FundMovement m) {
            return new MovementView(
                    m.id(),
                    m.kind(),
                    m.sourceId(),
                    m.year(),
                    m.amount(),
                    m.aidId(),
                    m.entryId(),
                    m.movedOn(),
                    m.memo());
        }
    }

    /** A slice of movements. */
    @Schema(name = "FundMovementSlice")
    public record MovementSlice(
            List<MovementView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** Money to go into a fund. */
    @Schema(name = "FundContributionRequest")
    public record ContributionRequest(
            @NotNull FundKeeping.Origin origin,
            @NotNull UUID source,
            @Min(1986) @Max(2100) int year,
            @NotNull @PositiveMoney Money amount,

            @NotBlank @Size(max = 100) @Schema(description = "Document behind it; each books once.")
            String documentNumber) {}

    /** Households that join a mutual-aid fund as one group. */
    @Schema(name = "FundMembersRequest")
    public record MembersRequest(
            @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> households,

            @Min(1) @Max(1000) @Schema(description = "Members of a group vouch for each other.")
            int group,

            @NotNull LocalDate joinedOn) {}

    /** A household that leaves. */
    @Schema(name = "FundLeavingRequest")
    public record LeavingRequest(
            @NotNull UUID household, @NotNull LocalDate leftOn) {}

    /** A member. */
    @Schema(name = "FundMember")
    public record MemberView(UUID household, String villageCode, int group, LocalDate joinedOn) {

        static MemberView of(FundMember m) {
            return new MemberView(m.householdId(), Long.toString(m.village()), m.group(), m.joinedOn());
        }
    }

    /** A slice of members. */
    @Schema(name = "FundMemberSlice")
    public record MemberSlice(
            List<MemberView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Path("/funds")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listFunds", summary = "Funds of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = FundSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("kind") @Nullable FundKind kind,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, FundView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> funds.list(area, kind, behind, count), Fund::id)
                .map(FundView::of));
    }

    @GET
    @Path("/funds/{id}")
    @Transactional
    @Operation(operationId = "getFund", summary = "One fund with what it holds")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(funds.get(id));
    }

    @POST
    @Idempotent
    @Path("/funds")
    @RolesAllowed("finance-officer")
    @Operation(operationId = "createFund", summary = "Found a fund")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    public Response create(@Valid @NotNull FundRequest request) {
        return found(UuidCreator.getTimeOrderedEpoch(), request, null);
    }

    @PUT
    @Path("/funds/{id}")
    @RolesAllowed("finance-officer")
    @Operation(operationId = "putFund", summary = "Found a fund under an id of your own, or describe it anew")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull FundRequest request) {
        return found(id, request, ifMatch);
    }

    private Response found(UUID id, FundRequest request, @Nullable String ifMatch) {
        var founded = keeping.found(
                id,
                request.kind(),
                Long.parseLong(request.division()),
                request.name().strip(),
                request.foundedOn(),
                request.documentNumber().strip(),
                ifMatch);
        return Revisions.recorded(
                founded.created(),
                "/v1/funds/" + id,
                FundView.of(founded.fund()),
                founded.fund().revision());
    }

    @POST
    @Idempotent
    @Path("/funds/{id}/contributions")
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(
            operationId = "contributeToFund",
            summary = "Put money into a fund: of the county's budget, of the village's allocation, or of its members")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    public Response contribute(@PathParam("id") UUID id, @Valid @NotNull ContributionRequest request) {
        var entry = keeping.contribute(
                id,
                request.origin(),
                request.source(),
                request.year(),
                request.amount(),
                request.documentNumber().strip());
        var fund = funds.get(id);
        return Response.created(URI.create("/v1/journal-entries/" + entry))
                .entity(FundView.of(fund))
                .tag(Revisions.tag(fund.revision()))
                .build();
    }

    @GET
    @Path("/funds/{id}/use")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listFundMovements", summary = "Everything that went in and out, in order, with its entry")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = MovementSlice.class)))
    public Response use(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, MovementView.class, (after, limit) -> {
            funds.get(id);
            return Slice.byId(after, limit, (behind, count) -> movements.list(id, behind, count), FundMovement::id)
                    .map(MovementView::of);
        });
    }

    @GET
    @Path("/funds/{id}/members")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listFundMembers", summary = "Members of today, by household")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = MemberSlice.class)))
    public Response listMembers(
            @PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return audited.answer(
                headers, page, MemberView.class, AuditEntry.of("fund-members-listed", "fund", id), (after, limit) -> {
                    funds.get(id);
                    return Slice.byId(
                                    after,
                                    limit,
                                    (behind, count) -> members.list(id, behind, count),
                                    FundMember::householdId)
                            .map(MemberView::of);
                });
    }

    @POST
    @Idempotent
    @Path("/funds/{id}/members")
    @Transactional
    @RolesAllowed({"finance-officer", "village-officer"})
    @Operation(operationId = "joinFund", summary = "Take households into a mutual-aid fund, as one group")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    public Response join(@PathParam("id") UUID id, @Valid @NotNull MembersRequest request) {
        keeping.join(id, request.households(), request.group(), request.joinedOn());
        return Response.created(URI.create("/v1/funds/" + id + "/members"))
                .entity(FundView.of(funds.get(id)))
                .build();
    }

    @POST
    @Idempotent
    @Path("/funds/{id}/departures")
    @Transactional
    @RolesAllowed({"finance-officer", "village-officer"})
    @Operation(operationId = "leaveFund", summary = "A household leaves a mutual-aid fund")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    public Response leave(@PathParam("id") UUID id, @Valid @NotNull LeavingRequest request) {
        keeping.leave(id, request.household(), request.leftOn());
        return answer(funds.get(id));
    }

    private static Response answer(Fund fund) {
        return Revisions.answer(FundView.of(fund), fund.revision());
    }
}
