package org.jingzhun.funding.source.web;

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
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jingzhun.funding.source.Budget;
import org.jingzhun.funding.source.Budgeting;
import org.jingzhun.funding.source.Budgets;
import org.jspecify.annotations.Nullable;

/** Yearly budget lines of counties by source (年度预算). */
@Path("/v1/budgets")
@Tag(name = "Sources and budgets")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class BudgetResource {

    private final Budgeting budgeting;
    private final Budgets budgets;
    private final Lists lists;

    BudgetResource(Budgeting budgeting, Budgets budgets, Lists lists) {
        this.budgeting = budgeting;
        this.budgets = budgets;
        this.lists = lists;
    }

    /** What a client says of a budget line. */
    @Schema(name = "BudgetRequest")
    public record BudgetRequest(
            @NotNull @Pattern(regexp = "[1-9]\\d{5}(0{6})?") @Schema(examples = "451031000000")
            String county,

            @Min(1986) @Max(2100) int year,
            @NotNull UUID source,
            @NotNull @PositiveMoney Money amount,

            @NotBlank
            @Size(max = 100)
            @Schema(description = "Document that hands the money down.", examples = "桂财农〔2016〕1号")
            String documentNumber,

            @NotNull LocalDate issuedOn) {

        Budgeting.BudgetData data() {
            return new Budgeting.BudgetData(
                    Long.parseLong((county + "000000").substring(0, 12)),
                    year,
                    source,
                    amount,
                    documentNumber.strip(),
                    issuedOn);
        }
    }

    /** A budget line as seen from outside. */
    @Schema(name = "Budget")
    public record BudgetView(
            UUID id,
            String county,
            int year,
            UUID source,
            Money amount,
            String documentNumber,
            LocalDate issuedOn,

            @Schema(description = "Journal entry that booked it.")
            UUID entry,

            @Schema(
                    description =
                            "Plan of a city or region that handed it down; the entry is then in that division's books.")
            @Nullable
            UUID plan,

            @Schema(description = "Whether that entry has been undone.")
            boolean reversed) {

        static BudgetView of(Budget budget) {
            return new BudgetView(
                    budget.id(),
                    Long.toString(budget.county()),
                    budget.year(),
                    budget.sourceId(),
                    budget.amount(),
                    budget.documentNumber(),
                    budget.issuedOn(),
                    budget.entryId(),
                    budget.planId(),
                    budget.reversed());
        }
    }

    /** A slice of budget lines. */
    @Schema(name = "BudgetSlice")
    public record BudgetSlice(
            List<BudgetView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listBudgets", summary = "Budget lines of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = BudgetSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @QueryParam("source") @Nullable UUID source,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, BudgetView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> budgets.list(area, year, source, behind, count), Budget::id)
                .map(BudgetView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getBudget", summary = "One budget line")
    public BudgetView get(@PathParam("id") UUID id) {
        return budgets.find(id).map(BudgetView::of).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }

    @POST
    @Idempotent
    @RolesAllowed("finance-officer")
    @Operation(operationId = "createBudget", summary = "Record and book what a county was given of a source")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = BudgetView.class)))
    public Response create(@Valid @NotNull BudgetRequest request) {
        var budget = budgeting.record(request.data());
        return Response.created(URI.create("/v1/budgets/" + budget.id()))
                .entity(BudgetView.of(budget))
                .build();
    }
}
