package org.jingzhun.chassis.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded; who, when and from where are added.
 *
 * @param action what was done, kebab-case: {@code household-read}
 * @param objectType kind of the object, kebab-case: {@code household}
 * @param objectId its id, or a description of the set when many were concerned
 * @param division where it lies; {@code null} when nowhere: then the record belongs to the caller's area
 * @param reason why, as the caller gave it
 * @param details further circumstances, never personal data; become JSON
 */
public record AuditEntry(
        String action,
        String objectType,
        String objectId,
        @Nullable Long division,
        @Nullable String reason,
        Map<String, Object> details) {

    private static final String HOUSEHOLD = "household";

    public AuditEntry {
        details = new TreeMap<>(details);
    }

    public static AuditEntry of(String action, String objectType, Object objectId) {
        return new AuditEntry(action, objectType, objectId.toString(), null, null, Map.of());
    }

    /**
     * The reading of a list of an area.
     *
     * @param area what the list was narrowed to; {@code null} when it was not: then it is the caller's area
     */
    public static AuditEntry listing(String action, String objectType, @Nullable Area area) {
        return area == null || area.equals(Area.EVERYWHERE)
                ? of(action, objectType, "all")
                : of(action, objectType, "%012d".formatted(area.from())).in(area.from());
    }

    public AuditEntry in(long place) {
        return new AuditEntry(action, objectType, objectId, place, reason, details);
    }

    /** @param why what is blank is no reason */
    public AuditEntry because(@Nullable String why) {
        String told = why == null || why.isBlank() ? null : why;
        return new AuditEntry(action, objectType, objectId, division, told, details);
    }

    /** One household is concerned, though the object is another thing: the record stands in its access log. */
    public AuditEntry about(@Nullable UUID household) {
        return household == null ? this : with(HOUSEHOLD, household);
    }

    public AuditEntry with(String detail, Object value) {
        var more = new TreeMap<>(details);
        more.put(detail, value);
        return new AuditEntry(action, objectType, objectId, division, reason, more);
    }
}
