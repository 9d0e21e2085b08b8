package org.jingzhun.pairing.redblack;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.ListEntryChanged;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the red or the black list (红黑榜).
 *
 * @param subjectId the unit or helper; null when the division itself is meant
 * @param division who is meant, or where it lies, 12 digits
 * @param problemId the problem behind it
 * @param grave serious: to be told to the media, and those responsible to be held to account (媒体曝光、问责)
 * @param ruleVersion of the policy {@code list-days}
 * @param replyBy last day for the reply
 * @param rectifyBy last day for putting it right
 * @param expiresOn last day of praise on the list; last day on which a fault counts in evaluations, lifted or not
 */
public record Entry(
        UUID id,
        Colour colour,
        SubjectKind subjectKind,
        @Nullable UUID subjectId,
        long division,
        @Nullable UUID problemId,
        String reason,
        boolean grave,
        EntryState state,
        String ruleVersion,
        @Nullable LocalDate replyBy,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate rectifyBy,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate endedOn,
        long revision) {

    /** Who is meant. */
    public enum SubjectKind {
        DIVISION,
        UNIT,
        HELPER
    }

    /** Whether both say the same, wherever they stand. */
    boolean says(Entry other) {
        return colour == other.colour
                && subjectKind == other.subjectKind
                && Objects.equals(subjectId, other.subjectId)
                && division == other.division
                && Objects.equals(problemId, other.problemId)
                && reason.equals(other.reason)
                && grave == other.grave;
    }

    Entry at(
            EntryState to,
            @Nullable LocalDate reply,
            @Nullable LocalDate published,
            @Nullable LocalDate rectify,
            @Nullable LocalDate expires,
            @Nullable LocalDate ended) {
        return new Entry(
                id,
                colour,
                subjectKind,
                subjectId,
                division,
                problemId,
                reason,
                grave,
                to,
                ruleVersion,
                reply,
                published,
                rectify,
                expires,
                ended,
                revision);
    }

    ListEntryChanged told(Announcement.Type type) {
        return new ListEntryChanged(
                type,
                id,
                colour.name(),
                subjectKind.name(),
                subjectId,
                Divisions.text(division),
                grave,
                state.name(),
                publishedOn,
                expiresOn,
                endedOn,
                revision);
    }
}
