package org.jingzhun.identification.form.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.assessment.Round;
import org.jingzhun.identification.campaign.VisitReason;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.form.Form;
import org.jingzhun.identification.form.KnownFact;
import org.jingzhun.identification.form.proposal.Measure;
import org.jingzhun.identification.form.proposal.Proposal;
import org.jingzhun.identification.income.IncomeProposal;
import org.jingzhun.identification.money.Yuan;
import org.jingzhun.identification.observed.funding.Received;
import org.jingzhun.identification.scorecard.scoring.Category;
import org.jingzhun.identification.scorecard.scoring.Mode;
import org.jspecify.annotations.Nullable;

/** The filled-in form as it is shown: enough to fill in and send an assessment without any other call. */
@Schema(name = "Form")
public record FormView(
        UUID householdId,
        String villageCode,
        String hamlet,
        String householder,
        int persons,
        int labourers,
        UUID campaignId,
        int year,
        String scorecard,

        @Schema(description = "The visit that comes next; absent when both are recorded.") @Nullable
        Round round,

        @Schema(description = "Why a second visit is asked for; empty when it is not.")
        List<VisitReason> secondVisitBecause,

        @Schema(description = "What departments know that speaks against poverty.")
        List<FactView> facts,

        @Schema(description = "What the household told its helpers of its income and nobody has accepted or declined.")
        List<ToldIncomeView> toldIncomes,

        @Schema(
                description =
                        "What the household received in the last twelve months: a proposal for its transfer income.")
        TransferIncome transferIncome,

        @Schema(description = "In the order of the scorecard.")
        List<CategoryView> categories,

        @Schema(description = "Categories without a proposal: those to ask for.")
        int toAsk) {

    /** A fact to verify. */
    @Schema(name = "FormFact")
    public record FactView(
            String source,
            String fact,
            LocalDate effectiveOn,

            @Schema(description = "OPEN, NOTED, CONFIRMED or DISMISSED.")
            String state) {

        private static FactView of(KnownFact fact) {
            return new FactView(fact.source(), fact.fact(), fact.effectiveOn(), fact.state());
        }
    }

    /** What was told on a visit of a helper. */
    @Schema(name = "FormToldIncome")
    public record ToldIncomeView(
            @Schema(description = "To be accepted or declined under /v1/income-proposals.")
            UUID proposalId,

            String helperName,
            LocalDate visitedOn,

            @Schema(description = "The visit before, since which it was earned; absent when none is known.") @Nullable
            LocalDate toldSince,

            List<ToldLineView> lines) {

        private static ToldIncomeView of(IncomeProposal told) {
            return new ToldIncomeView(
                    told.id(),
                    told.helperName(),
                    told.visitedOn(),
                    told.toldSince(),
                    told.lines().stream()
                            .map(line -> new ToldLineView(line.item(), Yuan.ofFen(line.fen())))
                            .toList());
        }
    }

    /** An item of the income rules with what was told. */
    @Schema(name = "FormToldLine")
    public record ToldLineView(
            String item, @Schema(description = "Yuan.") String amount) {}

    /** A category with its items and what is proposed. */
    @Schema(name = "FormCategory")
    public record CategoryView(
            String code,
            String nameZh,
            String nameEn,
            Mode mode,
            List<ItemView> items,

            @Schema(description = "Codes of the proposed items; empty when nothing is known.")
            List<String> proposed,

            Proposal.Basis basis,

            @Schema(description = "Day of the earlier visit that answered so.") @Nullable
            LocalDate asOf,

            @Schema(description = "Which number of the members decided.") @Nullable
            Measure measure,

            @Schema(description = "That number, or the part of the neighbours that agree (0 to 1).") @Nullable
            Double value) {

        private static CategoryView of(Category category, Proposal proposal) {
            return new CategoryView(
                    category.code(),
                    category.nameZh(),
                    category.nameEn(),
                    category.mode(),
                    category.items().stream()
                            .map(item -> new ItemView(item.code(), item.nameZh()))
                            .toList(),
                    proposal.items(),
                    proposal.basis(),
                    proposal.asOf(),
                    proposal.measure(),
                    proposal.value());
        }
    }

    /**
     * What funding-service has told of benefits and dividends.
     *
     * @param amount yuan with two decimals; of what did not go back
     */
    @Schema(name = "FormTransferIncome")
    public record TransferIncome(LocalDate from, String amount, List<Received.Payment> payments) {

        private static TransferIncome of(Form form) {
            List<Received.Payment> kept = form.received().payments().stream()
                    .filter(payment -> payment.state().equals("PAID"))
                    .toList();
            BigDecimal amount = kept.stream()
                    .map(payment -> new BigDecimal(payment.amount()))
                    .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
            return new TransferIncome(form.receivedSince(), amount.toPlainString(), kept);
        }
    }

    /** A line of the form. Its points are not shown where it is filled in. */
    @Schema(name = "FormItem")
    public record ItemView(String code, String nameZh) {}

    static FormView of(Form form) {
        List<Category> categories = form.scorecard().categories();
        List<CategoryView> views = IntStream.range(0, categories.size())
                .mapToObj(
                        i -> CategoryView.of(categories.get(i), form.proposals().get(i)))
                .toList();
        return new FormView(
                form.household().id(),
                DivisionCode.text(form.household().villageCode()),
                form.hamlet(),
                form.householder(),
                form.household().persons(),
                form.household().labourers(),
                form.campaign().id(),
                form.campaign().year(),
                form.scorecard().version(),
                form.round(),
                form.secondVisitBecause().stream().sorted().toList(),
                form.facts().stream().map(FactView::of).toList(),
                form.toldIncomes().stream().map(ToldIncomeView::of).toList(),
                TransferIncome.of(form),
                views,
                (int) views.stream().filter(view -> view.proposed().isEmpty()).count());
    }
}
