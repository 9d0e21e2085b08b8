package org.jingzhun.funding.loan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.OverdueLoan;
import org.jingzhun.funding.loan.OverdueLoans;
import org.jingzhun.funding.loan.OverdueRate;
import org.jingzhun.funding.loan.Product;
import org.jingzhun.funding.riskpool.rule.LendingRule;
import org.jspecify.annotations.Nullable;

/** Overdue loans and rates (逾期). */
@Path("/v1")
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
public class OverdueResource {

    private static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";

    private final OverdueLoans overdue;
    private final AuditedLists lists;
    private final Clock clock;

    OverdueResource(OverdueLoans overdue, AuditedLists lists, Clock clock) {
        this.overdue = overdue;
        this.lists = lists;
        this.clock = clock;
    }

    /** A loan of which principal is overdue. */
    @Schema(name = "OverdueLoan")
    record OverdueView(
            UUID id,
            String village,
            UUID householdId,
            Product product,
            String bank,
            Money outstanding,
            Money overdue,
            LocalDate since,
            long days) {

        static OverdueView of(OverdueLoan loan) {
            return new OverdueView(
                    loan.id(),
                    Long.toString(loan.village()),
                    loan.householdId(),
                    loan.product(),
                    loan.bank(),
                    loan.outstanding(),
                    loan.overdue(),
                    loan.since(),
                    loan.days());
        }
    }

    /** A slice of overdue loans. */
    @Schema(name = "OverdueLoanSlice")
    record OverdueSlice(
            List<OverdueView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** How many loans of a group run, and how many are overdue. */
    @Schema(name = "OverdueRate")
    record RateView(
            String key,
            long loans,
            long overdueLoans,
            Money outstanding,
            Money overdue,

            @Schema(description = "All that is owed of the loans of which some is overdue.")
            Money overdueOutstanding,

            @Schema(description = "overdue / outstanding, rounded down.", examples = "0.0312")
            String rate) {

        static RateView of(OverdueRate rate) {
            return new RateView(
                    rate.key(),
                    rate.loans(),
                    rate.overdueLoans(),
                    rate.outstanding(),
                    rate.overdue(),
                    rate.overdueOutstanding(),
                    Rates.ofBasisPoints(LendingRule.rate(rate.overdue(), rate.outstanding())));
        }
    }

    @GET
    @Path("/overdue-loans")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listOverdueLoans", summary = "Loans of which principal is overdue on a day, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = OverdueSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division,
            @QueryParam("product") @Nullable Product product,
            @QueryParam("bank") @Size(max = 60) @Nullable String bank,
            @QueryParam("on") @Nullable LocalDate on,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = area(division);
        var day = day(on);
        return lists.answer(
                headers,
                page,
                OverdueView.class,
                AuditEntry.listing("loans-read", "loan", area),
                (after, limit) -> Slice.byId(
                                after,
                                limit,
                                (behind, count) -> overdue.list(day, area, product, bank, behind, count),
                                OverdueLoan::id)
                        .map(OverdueView::of));
    }

    @GET
    @Path("/overdue-rates")
    @Transactional
    @Operation(
            operationId = "listOverdueRates",
            summary = "Running and overdue loans by place, product or bank on a day")
    public List<RateView> listRates(
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division,
            @QueryParam("by") @NotNull OverdueLoans.By by,
            @QueryParam("on") @Nullable LocalDate on) {
        return overdue.listRates(day(on), area(division), by).stream()
                .map(RateView::of)
                .toList();
    }

    private static Area area(@Nullable String division) {
        return division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI) : on;
    }
}
