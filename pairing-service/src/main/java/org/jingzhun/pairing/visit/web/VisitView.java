package org.jingzhun.pairing.visit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.visit.Risk;
import org.jingzhun.pairing.visit.Visit;
import org.jingzhun.pairing.visit.VisitFacts;
import org.jspecify.annotations.Nullable;

/** A visit as it is shown. */
@Schema(name = "Visit")
public record VisitView(
        UUID id,
        UUID helperId,
        String helperName,
        UUID householdId,
        String villageCode,
        LocalDate visitedOn,

        @Schema(description = "Absent for the household's home.") @Nullable
        String place,

        String content,
        List<Risk> risks,
        List<VisitBody.IncomeBody> incomes,
        Instant recordedAt) {

    static VisitView of(Visit visit) {
        VisitFacts facts = visit.facts();
        return new VisitView(
                visit.id(),
                facts.helperId(),
                visit.helper().name(),
                facts.householdId(),
                Long.toString(visit.villageCode()),
                facts.visitedOn(),
                facts.place(),
                facts.content(),
                facts.risks().stream().sorted().toList(),
                facts.incomes().stream().map(VisitBody.IncomeBody::of).toList(),
                visit.recordedAt());
    }
}
