package org.jingzhun.identification.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * The paper side of a visit (入户评估表): the five steps, photos and signatures.
 *
 * @param steps what was done and found; null when only answers were recorded
 * @param photos with time and place
 * @param signatures of the householder and of each assessor
 */
public record VisitForm(@Nullable FiveSteps steps, List<Photo> photos, List<Signature> signatures) {

    public static final VisitForm NONE = new VisitForm(null, List.of(), List.of());
    public static final int MOST_PHOTOS = 50;

    public VisitForm {
        photos = List.copyOf(photos);
        signatures = List.copyOf(signatures);
    }

    /**
     * A picture that was taken at the visit.
     *
     * @param sha256 of the file, 64 hexadecimal digits; the file is kept elsewhere
     * @param shows the step that it belongs to
     */
    public record Photo(String sha256, Instant takenAt, Location place, VisitStep shows) {}

    /** Who signs a form. */
    public enum Signer {
        HOUSEHOLDER,
        ASSESSOR
    }

    /** @param sha256 of the signature's picture, 64 hexadecimal digits */
    public record Signature(Signer by, String name, String sha256, Instant signedAt) {}

    /**
     * Whether the form fits the visit: photos of its day, each once; signatures of everybody once one has signed; and all
     * of it, with the place, when the five steps were taken.
     *
     * @throws AssessmentRefusal.InvalidVisit when it does not
     */
    void requireFitting(LocalDate visitedOn, List<String> assessors, String signedBy, @Nullable Location location) {
        Set<String> hashes = new HashSet<>();
        for (int place = 0; place < photos.size(); place++) {
            Photo photo = photos.get(place);
            if (!hashes.add(photo.sha256())) {
                throw new AssessmentRefusal.InvalidVisit("photo-repeated", "/photos/" + place + "/sha256");
            }
            if (!LocalDate.ofInstant(photo.takenAt(), Clocks.SHANGHAI).equals(visitedOn)) {
                throw new AssessmentRefusal.InvalidVisit("photo-of-another-day", "/photos/" + place + "/takenAt");
            }
        }
        if (!signatures.isEmpty() || steps != null) {
            requireSigned(assessors, signedBy);
        }
        if (steps != null && (photos.isEmpty() || location == null)) {
            throw new AssessmentRefusal.InvalidVisit("form-incomplete", photos.isEmpty() ? "/photos" : "/location");
        }
    }

    private void requireSigned(List<String> assessors, String signedBy) {
        boolean signed = isSigned(Signer.HOUSEHOLDER, signedBy)
                && assessors.stream().allMatch(name -> isSigned(Signer.ASSESSOR, name));
        if (!signed || signatures.size() != assessors.size() + 1) {
            throw new AssessmentRefusal.InvalidVisit("signature-missing", "/signatures");
        }
    }

    private boolean isSigned(Signer by, String name) {
        return signatures.stream()
                .anyMatch(each -> each.by() == by && each.name().equals(name));
    }
}
