package org.jingzhun.funding.loan.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import java.time.Clock;
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
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.loan.Lending;
import org.jingzhun.funding.loan.Loan;
import org.jingzhun.funding.loan.LoanStage;
import org.jingzhun.funding.loan.LoanStandings;
import org.jingzhun.funding.loan.Loans;
import org.jingzhun.funding.loan.Product;
import org.jspecify.annotations.Nullable;

/** Loans of banks to households (扶贫贷款) and the steps that they go. */
@Path("/v1/loans")
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
public class LoanResource {

    private final Lending lending;
    private final Loans loans;
    private final LoanStandings standings;
    private final AuditedLists lists;
    private final Clock clock;

    LoanResource(Lending lending, Loans loans, LoanStandings standings, AuditedLists lists, Clock clock) {
        this.lending = lending;
        this.loans = loans;
        this.standings = standings;
        this.lists = lists;
        this.clock = clock;
    }

    /** A slice of loans. */
    @Schema(name = "LoanSlice")
    record LoanSlice(
            List<LoanView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listLoans", summary = "Loans of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = LoanSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("product") @Nullable Product product,
            @QueryParam("stage") @Nullable LoanStage stage,
            @QueryParam("bank") @Size(max = 60) @Nullable String bank,
            @QueryParam("household") @Nullable UUID household,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        var filter = new Loans.Filter(product, stage, bank, household);
        return lists.answer(
                headers,
                page,
                LoanView.class,
                AuditEntry.listing("loans-read", "loan", area),
                (after, limit) -> Slice.byId(
                                after, limit, (behind, count) -> loans.list(area, filter, behind, count), Loan::id)
                        .map(LoanView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getLoan", summary = "One loan with its contract, term and steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = LoanView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(loans.get(id));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({"village-officer", "township-officer", "finance-officer", "system"})
    @Operation(operationId = "createLoan", summary = "Take an application down")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = LoanView.class)))
    public Response create(@Valid @NotNull LoanRequest request) {
        return apply(UuidCreator.getTimeOrderedEpoch(), request);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"village-officer", "township-officer", "finance-officer", "system"})
    @Operation(operationId = "putLoan", summary = "Take an application down under an id of your own; it is not changed")
    @APIResponse(
            responseCode = "200",
            description = "It is there already",
            content = @Content(schema = @Schema(implementation = LoanView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = LoanView.class)))
    public Response put(@PathParam("id") UUID id, @Valid @NotNull LoanRequest request) {
        return apply(id, request);
    }

    private Response apply(UUID id, LoanRequest request) {
        var applied = lending.apply(id, request.asked(clock));
        var loan = applied.loan();
        return Revisions.recorded(applied.created(), "/v1/loans/" + id, LoanView.of(loan), loan.revision());
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({"village-officer", "township-officer", "county-officer", "finance-officer", "system"})
    @Operation(
            operationId = "takeLoanStep",
            summary =
                    "VILLAGE_REVIEW, BANK_APPROVE, DISBURSE, USE_CHECK, EXTEND, SETTLE, WRITE_OFF, REFUSE or WITHDRAW")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = LoanView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull LoanStepRequest request) {
        return answer(lending.take(id, request.said(), ifMatch));
    }

    @GET
    @Path("/{id}/schedule")
    @Transactional
    @Operation(
            operationId = "getLoanSchedule",
            summary = "When what falls due, what is overdue, and what settles the loan, as seen from a day")
    public ScheduleView schedule(
            @PathParam("id") UUID id,
            @Schema(description = "Today if left out.") @QueryParam("on") @Nullable LocalDate on) {
        var day = on == null ? LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI) : on;
        return ScheduleView.of(standings.standing(loans.get(id), day));
    }

    private static Response answer(Loan loan) {
        return Revisions.answer(LoanView.of(loan), loan.revision());
    }
}
