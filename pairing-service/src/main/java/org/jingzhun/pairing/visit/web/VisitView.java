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

        @Schema(description = "By the server's clock.") LocalDate visitedOn,

        @Schema(description = "Absent for the household's home.") @Nullable
        String place,

        String content,
        List<Risk> risks,
        List<VisitBody.IncomeBody> incomes,
        @Nullable String policiesExplained,
        List<VisitBody.NeedBody> needs,
        List<String> photos,
        VisitBody.@Nullable LocationBody location,
        VisitBody.@Nullable ConfirmationBody confirmation,

        @Schema(description = "From where the household's first located visit at home was.") @Nullable
        Integer metresFromHome,

        @Schema(description = "Whether that is farther than the policy visit-rules has it.")
        boolean farFromHome,

        @Nullable UUID corrects,

        @Schema(description = "The visit that stands in the place of this one.") @Nullable
        UUID correctedBy,

        Instant recordedAt,

        @Schema(description = "The day by the phone's calendar; absent when it is visitedOn.") @Nullable
        LocalDate saidOn,

        @Schema(description = "When it was written down, by the phone's clock.") @Nullable
        Instant writtenAt,

        @Schema(description = "The server's clock less the phone's, when it arrived.") @Nullable
        Long clockOffsetSeconds) {

    /** @param farMetres from which on it is far */
    static VisitView of(Visit visit, int farMetres) {
        VisitFacts facts = visit.facts();
        Integer metres = visit.metresFromHome();
        return new VisitView(
                visit.id(),
                facts.helperId(),
                visit.helperName(),
                facts.householdId(),
                Long.toString(visit.villageCode()),
                visit.visitedOn(),
                facts.place(),
                facts.content(),
                facts.risks().stream().sorted().toList(),
                facts.incomes().stream().map(VisitBody.IncomeBody::of).toList(),
                facts.policiesExplained(),
                facts.needs().stream()
                        .map(each -> new VisitBody.NeedBody(each.kind(), each.text()))
                        .toList(),
                facts.photos(),
                VisitBody.LocationBody.of(facts.location()),
                VisitBody.ConfirmationBody.of(facts.confirmation()),
                metres,
                metres != null && metres > farMetres,
                facts.corrects(),
                visit.correctedBy(),
                visit.recordedAt(),
                facts.visitedOn().equals(visit.visitedOn()) ? null : facts.visitedOn(),
                visit.writtenAt(),
                visit.clockOffsetSeconds());
    }
}
