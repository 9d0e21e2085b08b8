package org.jingzhun.funding.moneytrail.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.moneytrail.FirstSecretaryMoney;
import org.jingzhun.funding.moneytrail.FirstSecretaryMoneys;
import org.jspecify.annotations.Nullable;

/** The money for first secretaries, village by village. */
@Path("/v1/money-trail/first-secretaries")
@Tag(name = "Money trail")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FirstSecretaryMoneyResource {

    private final FirstSecretaryMoneys moneys;
    private final Lists lists;

    FirstSecretaryMoneyResource(FirstSecretaryMoneys moneys, Lists lists) {
        this.moneys = moneys;
        this.lists = lists;
    }

    /** A village's money for first secretaries as seen from outside. */
    @Schema(name = "FirstSecretaryMoney")
    public record MoneyView(
            @Schema(description = "The village, or a township that was given money as a whole.")
            String division,

            String name,

            @Schema(description = "Day by which heads are counted: today, or of another year its nearest day.")
            LocalDate countedOn,

            @Schema(description = "How many first secretaries are on duty on that day, as pairing tells.")
            long onDuty,

            @Schema(description = "How many were on duty on any day of the year.")
            long served,

            @Schema(description = "What the fixed standards of the year give for each head together.")
            Money perHead,

            @Schema(description = "Per head for all on duty.")
            Money due,

            @Schema(description = "By approved plans.") Money allocated,

            @Schema(
                    description =
                            "What came by other ways, as from the county's budget to a project or from the year before;"
                                    + " what went, below zero. Allocated and this make up the next four.")
            Money otherwise,

            @Schema(description = "For projects, not yet paid.")
            Money setAside,

            @Schema(description = "Sent to the bank.") Money inTransit,

            @Schema(description = "Has reached its receivers.")
            Money paid,

            @Schema(description = "Still on the division's own account.")
            Money left) {

        static MoneyView of(FirstSecretaryMoney money) {
            return new MoneyView(
                    Long.toString(money.division()),
                    money.name(),
                    money.day(),
                    money.onDuty(),
                    money.served(),
                    money.perHead(),
                    money.due(),
                    money.allocated(),
                    money.otherwise(),
                    money.setAside(),
                    money.inTransit(),
                    money.paid(),
                    money.left());
        }
    }

    /** A slice of villages. */
    @Schema(name = "FirstSecretaryMoneySlice")
    public record MoneySlice(
            List<MoneyView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listFirstSecretaryMoney",
            summary =
                    "First secretaries of each village, what is due for them, what was allocated of sources of the kind"
                            + " FIRST_SECRETARY, and what was spent of it")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = MoneySlice.class)))
    public Response list(
            @QueryParam("year") @NotNull @Min(1986) @Max(2100) Integer year,
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, MoneyView.class, (after, limit) -> {
            var cursor = Cursor.parse(after, 1);
            var rows = moneys.list(area, year, cursor == null ? null : cursor.number(0), limit + 1);
            return Slice.of(rows, limit, money -> Cursor.of(money.division())).map(MoneyView::of);
        });
    }
}
