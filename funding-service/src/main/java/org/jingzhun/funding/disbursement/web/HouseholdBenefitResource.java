package org.jingzhun.funding.disbursement.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.funding.disbursement.HouseholdBenefits;
import org.jingzhun.funding.disbursement.HouseholdBenefits.Received;
import org.jingzhun.funding.disbursement.HouseholdBenefits.State;
import org.jingzhun.funding.disbursement.HouseholdBenefits.Sum;
import org.jingzhun.funding.disbursement.Refusal;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.observed.pairing.Helper;
import org.jingzhun.funding.observed.pairing.Helpers;
import org.jspecify.annotations.Nullable;

/** All that a household received, by kind and year. */
@Path("/v1/households")
@Tag(name = "Household benefits")
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
public class HouseholdBenefitResource {

    private final HouseholdBenefits benefits;
    private final Helpers helpers;
    private final Audit audit;

    HouseholdBenefitResource(HouseholdBenefits benefits, Helpers helpers, Audit audit) {
        this.benefits = benefits;
        this.helpers = helpers;
        this.audit = audit;
    }

    /** What arrived of a benefit in a year. */
    @Schema(name = "HouseholdBenefitSum")
    record SumView(String benefit, int year, long payments, Money amount) {

        static SumView of(Sum sum) {
            return new SumView(sum.benefit(), sum.year(), sum.payments(), sum.amount());
        }
    }

    /** One benefit. */
    @Schema(name = "HouseholdBenefit")
    record BenefitView(
            UUID id,
            String benefit,
            int year,
            @Nullable UUID person,
            LocalDate from,
            LocalDate to,
            Money amount,
            State state,
            @Nullable Refusal refusal,
            @Nullable LocalDate paidOn,
            String source,
            @Nullable UUID payment) {

        static BenefitView of(Received received) {
            return new BenefitView(
                    received.payableId(),
                    received.benefit(),
                    received.year(),
                    received.personId(),
                    received.from(),
                    received.to(),
                    received.amount(),
                    received.state(),
                    received.refusal(),
                    received.paidOn(),
                    received.sourceName(),
                    received.paymentId());
        }
    }

    /** Who helps the household, or helped it last. */
    @Schema(name = "HelperOfHousehold")
    record HelperView(
            @Schema(description = "Name of the cadre.") String name,

            @Schema(description = "Unit of the cadre.") String unit,

            @Schema(description = "Post of the cadre, as the unit calls it.") @Nullable
            String post,

            @Schema(description = "First day of the pairing.")
            LocalDate since,

            @Schema(description = "Last day of the pairing; absent while it stands.") @Nullable
            LocalDate until) {

        static HelperView of(Helper helper) {
            return new HelperView(helper.name(), helper.unit(), helper.post(), helper.since(), helper.until());
        }
    }

    /** All of a household. */
    @Schema(name = "HouseholdBenefits")
    record BenefitsView(
            UUID household,

            @Schema(description = "Who helps the household, or helped it last; absent when pairing has told of nobody.")
            @Nullable
            HelperView helper,

            @Schema(description = "What arrived, in all.") Money received,

            @Schema(description = "What arrived, by year and benefit.")
            List<SumView> sums,

            @Schema(description = "One by one, the first thousand, with what is due, refused or came back.")
            List<BenefitView> items) {}

    @GET
    @Path("/{id}/benefits")
    @Transactional
    @Operation(operationId = "getHouseholdBenefits", summary = "All that a household received, by kind and year")
    public BenefitsView get(
            @PathParam("id") UUID id, @QueryParam("year") @Min(1986) @Max(2100) @Nullable Integer year) {
        long village = benefits.findVillage(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(AuditEntry.of("household-benefits-read", "household", id).in(village));
        var sums = benefits.sums(id, year);
        return new BenefitsView(
                id,
                helpers.findOf(id).map(HelperView::of).orElse(null),
                sums.stream().map(Sum::amount).reduce(Money.ZERO, Money::plus),
                sums.stream().map(SumView::of).toList(),
                benefits.list(id, year).stream().map(BenefitView::of).toList());
    }
}
