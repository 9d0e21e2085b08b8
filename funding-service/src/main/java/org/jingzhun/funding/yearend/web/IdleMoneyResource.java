package org.jingzhun.funding.yearend.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.yearend.IdleBand;
import org.jingzhun.funding.yearend.IdleBands;
import org.jingzhun.funding.yearend.IdleMoney;
import org.jingzhun.funding.yearend.IdleReport;
import org.jspecify.annotations.Nullable;

/** Money that lies idle, by age (存量资金). */
@Path("/v1/idle-money")
@Tag(name = "Year end")
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
public class IdleMoneyResource {

    private final IdleReport report;
    private final IdleBands bands;
    private final Clock clock;

    IdleMoneyResource(IdleReport report, IdleBands bands, Clock clock) {
        this.report = report;
        this.bands = bands;
        this.clock = clock;
    }

    /** All money of one class. */
    @Schema(name = "IdleBand")
    public record BandView(
            @Schema(description = "Code of the list idle-band.")
            String band,

            @Schema(description = "Ends of years that the money has seen at least.")
            int fromYears,

            @Schema(description = "Whether money of this age is taken back.")
            boolean reclaimed,

            Money amount,
            String source) {}

    /** Money of one age in one account. */
    @Schema(name = "IdleMoneyLine")
    public record LineView(
            UUID account,
            AccountKind kind,
            String division,
            UUID sourceId,
            @Nullable UUID subject,

            @Schema(description = "Year for which its source gave it.")
            int origin,

            int age,
            String band,
            Money amount) {

        static LineView of(IdleMoney idle) {
            var key = idle.account().key();
            return new LineView(
                    idle.account().id(),
                    key.kind(),
                    Long.toString(key.division()),
                    key.sourceId(),
                    key.subject(),
                    idle.lot().origin(),
                    idle.age(),
                    idle.band().code(),
                    idle.lot().amount());
        }
    }

    /** The report. */
    @Schema(name = "IdleMoney")
    public record ReportView(LocalDate asOf, Money total, List<BandView> bands, List<LineView> lines) {}

    @GET
    @Operation(
            operationId = "getIdleMoney",
            summary = "What lay idle in an area at the end of a day, by age",
            description =
                    "Followed through the journal: money keeps the year for which its source gave it, wherever it goes, and"
                            + " of an account the oldest leaves first.")
    public ReportView get(
            @QueryParam("division")
                    @NotNull
                    @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")
                    @Schema(examples = "451031")
                    String division,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("band") @Size(max = 40) @Nullable String band) {
        var day = asOf == null ? LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI) : asOf;
        var idle = report.list(Area.ofPrefix(division), day);
        return new ReportView(
                day,
                sum(idle),
                bands.listOn(day).stream().map(one -> view(one, idle)).toList(),
                idle.stream()
                        .map(LineView::of)
                        .filter(line -> band == null || line.band().equals(band))
                        .toList());
    }

    private static BandView view(IdleBand band, List<IdleMoney> idle) {
        var own = idle.stream().filter(one -> one.band().equals(band)).toList();
        return new BandView(band.code(), band.fromYears(), band.reclaimed(), sum(own), band.source());
    }

    private static Money sum(List<IdleMoney> idle) {
        return idle.stream().map(one -> one.lot().amount()).reduce(Money.ZERO, Money::plus);
    }
}
