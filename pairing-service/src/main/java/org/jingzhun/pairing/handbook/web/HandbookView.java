package org.jingzhun.pairing.handbook.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.handbook.Handbook;
import org.jingzhun.pairing.handbook.HandbookSection;
import org.jingzhun.pairing.handbook.Need;
import org.jingzhun.pairing.observed.identification.HouseholdMember;
import org.jingzhun.pairing.visit.Confirmation;
import org.jingzhun.pairing.visit.NeedKind;
import org.jingzhun.pairing.visit.Risk;
import org.jingzhun.pairing.visit.Visit;
import org.jspecify.annotations.Nullable;

/** A booklet as it is shown. */
@Schema(name = "Handbook")
public record HandbookView(
        Card card,

        @Schema(description = "The head first; empty when identification has not told of them.")
        List<HouseholdMember> members,

        @Schema(description = "As far as identification has told it.")
        List<Handbook.StatusSince> history,

        @Schema(description = "The first one first.") List<Handbook.HelperTerm> helpers,

        @Schema(description = "Plan and measures, as far as there are any.")
        List<HandbookSection.Part> parts,

        @Schema(
                description = "With what came of them: those told at visits, the first first, then those that were"
                        + " published.")
        List<Need> needs,

        @Schema(description = "Without those that were corrected, the oldest first.")
        List<BookVisit> visits,

        @Schema(description = "As told at visits.") List<Income> incomes,
        List<Benefit> benefits) {

    /** What hangs on the wall. */
    @Schema(name = "HandbookCard")
    public record Card(
            UUID householdId,
            String householder,
            String villageCode,
            @Nullable String villageName,
            String hamlet,
            int persons,
            @Nullable Integer labourers,
            String status,
            @Nullable String attribute,
            String mainCause,
            List<String> otherCauses,
            @Nullable LocalDate registeredOn,
            boolean monitored,

            @Schema(description = "Of today; absent for none.")
            Handbook.@Nullable HelperTerm helper,

            @Nullable LocalDate lastVisitedOn) {

        static Card of(Handbook.Card card) {
            return new Card(
                    card.householdId(),
                    card.householder(),
                    Long.toString(card.villageCode()),
                    card.villageName(),
                    card.hamlet(),
                    card.persons(),
                    card.labourers(),
                    card.status(),
                    card.attribute(),
                    card.mainCause(),
                    card.otherCauses(),
                    card.registeredOn(),
                    card.monitored(),
                    card.helper(),
                    card.lastVisitedOn());
        }
    }

    /** A visit in the booklet. */
    @Schema(name = "HandbookVisit")
    public record BookVisit(
            UUID id,
            LocalDate visitedOn,
            String helperName,
            String content,
            @Nullable String policiesExplained,
            List<Risk> risks,
            List<VisitNeed> needs,
            List<String> photos,
            Confirmation.@Nullable By confirmedBy) {

        static BookVisit of(Visit visit) {
            Confirmation confirmation = visit.facts().confirmation();
            return new BookVisit(
                    visit.id(),
                    visit.visitedOn(),
                    visit.helperName(),
                    visit.facts().content(),
                    visit.facts().policiesExplained(),
                    visit.facts().risks().stream().sorted().toList(),
                    visit.facts().needs().stream()
                            .map(need -> new VisitNeed(need.kind(), need.text()))
                            .toList(),
                    visit.facts().photos(),
                    confirmation == null ? null : confirmation.by());
        }
    }

    /** Something that the household needs. */
    @Schema(name = "HandbookNeed")
    public record VisitNeed(NeedKind kind, String text) {}

    /** Yuan of a year. */
    @Schema(name = "HandbookIncome")
    public record Income(int year, String item, String amount) {}

    /** Yuan that arrived. */
    @Schema(name = "HandbookBenefit")
    public record Benefit(int year, String benefit, String amount, String state, LocalDate paidOn, String sourceName) {}

    static HandbookView of(Handbook book) {
        return new HandbookView(
                Card.of(book.card()),
                book.members(),
                book.history(),
                book.helpers(),
                book.parts(),
                book.needs(),
                book.visits().stream().map(BookVisit::of).toList(),
                book.incomes().stream()
                        .map(each -> new Income(each.year(), each.item(), yuan(each.fen())))
                        .toList(),
                book.benefits().stream()
                        .map(each -> new Benefit(
                                each.year(),
                                each.benefit(),
                                yuan(each.fen()),
                                each.state(),
                                each.paidOn(),
                                each.source()))
                        .toList());
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
