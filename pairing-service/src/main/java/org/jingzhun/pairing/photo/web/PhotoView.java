package org.jingzhun.pairing.photo.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.photo.Photographing;
import org.jingzhun.pairing.visit.PhotoDoubt;
import org.jingzhun.pairing.visit.Visit;
import org.jingzhun.pairing.visit.VisitPhoto;
import org.jspecify.annotations.Nullable;

/** What is known of a photo. */
@Schema(name = "PhotoDescription")
public record PhotoView(
        UUID householdId,
        String sha256,

        @Schema(description = "image/jpeg or image/png.") String mediaType,

        @Schema(description = "Size of the content.") int bytes,

        @Schema(description = "Who sent it first.") UUID helperId,

        @Schema(description = "By the phone's clock.") Instant takenAt,

        @Schema(description = "Degrees north, WGS 84; absent when the phone could not tell.") @Nullable
        BigDecimal latitude,

        @Schema(description = "Degrees east, WGS 84; absent likewise.") @Nullable
        BigDecimal longitude,

        Instant receivedAt,

        @Schema(description = "The visits that name it, the oldest first.")
        List<OfVisit> visits) {

    /** A visit that names the photo. */
    @Schema(name = "PhotoOfVisit")
    public record OfVisit(
            UUID visitId,
            LocalDate visitedOn,

            @Schema(
                    description = "From where the visit was, or from the household's home; absent when either place is"
                            + " not known.")
            @Nullable
            Integer metresAway,

            @Schema(description = "What does not fit the visit: a hint, the photo and the visit stand.")
            List<PhotoDoubt> doubts) {

        static OfVisit of(Visit visit, VisitPhoto photo) {
            return new OfVisit(visit.id(), visit.visitedOn(), photo.metresAway(), photo.doubts());
        }
    }

    static PhotoView of(Photographing.Description photo, List<OfVisit> visits) {
        return new PhotoView(
                photo.householdId(),
                photo.sha256(),
                photo.mediaType(),
                photo.bytes(),
                photo.helperId(),
                photo.takenAt(),
                photo.latitude(),
                photo.longitude(),
                photo.receivedAt(),
                visits);
    }
}
