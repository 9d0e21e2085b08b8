package org.jingzhun.pairing.visit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.visit.PhotoDoubt;
import org.jingzhun.pairing.visit.Risk;
import org.jingzhun.pairing.visit.Visit;
import org.jingzhun.pairing.visit.VisitFacts;
import org.jingzhun.pairing.visit.VisitPhoto;
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

        @Schema(description = "When and where each photo was taken, as far as they have come.")
        List<PhotoBody> photoDetails,

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
        Long clockOffsetSeconds,

        @Schema(description = "Hints for whoever records it; only in the answer to PUT.") @Nullable
        List<VisitNote> notes) {

    /** A photo of the visit. */
    @Schema(name = "VisitPhoto")
    public record PhotoBody(
            String sha256,

            @Schema(description = "By the phone's clock; absent while the photo has not come.") @Nullable
            Instant takenAt,

            @Schema(description = "Absent when the phone could not tell.")
            VisitBody.@Nullable LocationBody location,

            @Schema(
                    description = "From where the visit was, or from the household's home; absent when either place is"
                            + " not known.")
            @Nullable
            Integer metresAway,

            @Schema(description = "What does not fit the visit: a hint, the photo and the visit stand.")
            List<PhotoDoubt> doubts) {

        static PhotoBody of(VisitPhoto photo) {
            return new PhotoBody(
                    photo.sha256(),
                    photo.takenAt(),
                    VisitBody.LocationBody.of(photo.location()),
                    photo.metresAway(),
                    photo.doubts());
        }
    }

    /**
     * @param farMetres from which on it is far
     * @param notes null unless it was just recorded
     */
    static VisitView of(
            Visit visit, int farMetres, @Nullable List<VisitPhoto> photos, @Nullable List<VisitNote> notes) {
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
                photos == null ? List.of() : photos.stream().map(PhotoBody::of).toList(),
                VisitBody.LocationBody.of(facts.location()),
                VisitBody.ConfirmationBody.of(facts.confirmation()),
                metres,
                metres != null && metres > farMetres,
                facts.corrects(),
                visit.correctedBy(),
                visit.recordedAt(),
                facts.visitedOn().equals(visit.visitedOn()) ? null : facts.visitedOn(),
                visit.writtenAt(),
                visit.clockOffsetSeconds(),
                notes);
    }
}
