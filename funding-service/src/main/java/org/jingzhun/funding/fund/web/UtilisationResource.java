package org.jingzhun.funding.fund.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.funding.fund.Utilisation;
import org.jingzhun.funding.fund.Utilisations;
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** How far funds are used (基金使用率). */
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
public class UtilisationResource {

    private static final int DECIMALS = 10_000;

    private final Utilisations utilisations;
    private final Lists lists;
    private final Clock clock;

    UtilisationResource(Utilisations utilisations, Lists lists, Clock clock) {
        this.utilisations = utilisations;
        this.lists = lists;
        this.clock = clock;
    }

    /** How far a fund is used. */
    @Schema(name = "FundUtilisation")
    public record UtilisationView(
            UUID fund,
            FundKind kind,
            String division,
            String name,
            Money contributed,
            Money granted,
            Money lent,
            Money repaid,
            Money fees,

            @Schema(description = "What the fund holds on the day.")
            Money available,

            @Schema(description = "Lent and not paid back.") Money outstanding,

            @Schema(description = "Of that, what is overdue.")
            Money overdue,

            Money writtenOff,

            @Schema(
                    description = "Granted and lent against that and what is available, as a fraction of four decimals,"
                            + " rounded down.",
                    examples = "0.3540")
            String usedRate,

            @Schema(description = "Whether it never got as much as a fund of its kind should hold.")
            boolean belowSize) {

        static UtilisationView of(Utilisation u) {
            return new UtilisationView(
                    u.fundId(),
                    u.kind(),
                    Long.toString(u.division()),
                    u.name(),
                    u.contributed(),
                    u.granted(),
                    u.lent(),
                    u.repaid(),
                    u.fees(),
                    u.available(),
                    u.outstanding(),
                    u.overdue(),
                    u.writtenOff(),
                    "%d.%04d".formatted(u.used() / DECIMALS, u.used() % DECIMALS),
                    u.belowSize());
        }
    }

    /** A slice of them. */
    @Schema(name = "FundUtilisationSlice")
    public record UtilisationSlice(
            List<UtilisationView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Path("/funds/{id}/utilisation")
    @Transactional
    @Operation(operationId = "getFundUtilisation", summary = "How far one fund is used, of all time or of a year")
    public UtilisationView get(
            @PathParam("id") UUID id, @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year) {
        return utilisations.find(id, day(year), year).map(UtilisationView::of).orElseThrow(() -> Problem.of(
                        404, "not-found")
                .asException());
    }

    @GET
    @Path("/fund-utilisation")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listFundUtilisation", summary = "How far the funds of an area are used, by fund")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = UtilisationSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, UtilisationView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> utilisations.list(area, day(year), year, behind, count),
                        Utilisation::fundId)
                .map(UtilisationView::of));
    }

    /** Today, or the last day of a year that is over. */
    private LocalDate day(@Nullable Integer year) {
        var today = LocalDate.now(clock);
        return year == null || year >= today.getYear() ? today : LocalDate.of(year, 12, 31);
    }
}
