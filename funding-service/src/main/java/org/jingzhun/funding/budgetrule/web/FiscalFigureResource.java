package org.jingzhun.funding.budgetrule.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.budgetrule.FiscalFigure;
import org.jingzhun.funding.budgetrule.FiscalFigures;
import org.jingzhun.funding.budgetrule.FiscalItem;
import org.jingzhun.funding.budgetrule.RuleChecking;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.NotNegativeMoney;
import org.jspecify.annotations.Nullable;

/** Figures of the counties' treasuries (财政数据) that the rules of input are checked with. */
@Path("/v1/fiscal-figures")
@Tag(name = "Sources and budgets")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FiscalFigureResource {

    private final RuleChecking checking;
    private final FiscalFigures figures;
    private final Lists lists;

    FiscalFigureResource(RuleChecking checking, FiscalFigures figures, Lists lists) {
        this.checking = checking;
        this.figures = figures;
        this.lists = lists;
    }

    /** What a client says of a figure. */
    @Schema(name = "FiscalFigureRequest")
    public record FiscalFigureRequest(
            @NotNull @Pattern(regexp = "[1-9]\\d{5}(0{6})?") @Schema(examples = "451031000000")
            String county,

            @Min(1986) @Max(2100) int year,
            @NotNull FiscalItem item,

            @Size(max = 100)
            @Schema(description = "Name of the factor-based fund; left out for other items.", examples = "农村综合改革转移支付")
            @Nullable
            String fund,

            @NotNull @NotNegativeMoney Money amount,

            @NotNegativeMoney
            @Schema(description = "What of a factor-based fund has a line of its own for poverty work; yuan.")
            @Nullable
            Money separate,

            @NotBlank
            @Size(max = 100)
            @Schema(description = "Document in which the figure stands.", examples = "隆财预〔2016〕12号")
            String documentNumber,

            @NotNull @Schema(description = "The day of which the figure speaks; the latest holds.")
            LocalDate asOf) {

        RuleChecking.FigureData data() {
            return new RuleChecking.FigureData(
                    Area.ofPrefix(county).from(),
                    year,
                    item,
                    fund == null ? "" : fund.strip(),
                    amount,
                    separate,
                    documentNumber.strip(),
                    asOf);
        }
    }

    /** A slice of figures. */
    @Schema(name = "FiscalFigureSlice")
    public record FiscalFigureSlice(
            List<FiscalFigureView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listFiscalFigures",
            summary = "Figures of the treasuries of an area, by id",
            description = "Earlier figures stay in the list; of one county, year, item and fund the latest day holds.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = FiscalFigureSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(1986) @Max(2100) @Nullable Integer year,
            @QueryParam("item") @Nullable FiscalItem item,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, FiscalFigureView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> figures.list(area, year, item, behind, count),
                        FiscalFigure::id)
                .map(FiscalFigureView::of));
    }

    @POST
    @Idempotent
    @RolesAllowed("finance-officer")
    @Operation(operationId = "createFiscalFigure", summary = "Record a figure of a county's treasury")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FiscalFigureView.class)))
    public Response create(@Valid @NotNull FiscalFigureRequest request) {
        var figure = checking.record(request.data());
        return Response.created(URI.create("/v1/fiscal-figures?division=" + figure.county() + "&year=" + figure.year()))
                .entity(FiscalFigureView.of(figure))
                .build();
    }
}
