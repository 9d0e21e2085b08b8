package org.jingzhun.pairing.visit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was known of a helper's pairings and visits before a call, and becomes known while its visits are judged. */
final class Knowledge {

    private final List<Duty> duties;
    private final Map<UUID, Visit> byId = new HashMap<>();
    private final Map<Day, UUID> byDay = new HashMap<>();
    private final Map<UUID, UUID> correctedBy = new HashMap<>();

    /**
     * A pairing of the helper.
     *
     * @param until last day; null while it stands
     */
    record Duty(
            UUID pairing,
            UUID household,
            long villageCode,
            String helperName,
            LocalDate since,
            @Nullable LocalDate until) {

        boolean covers(LocalDate day) {
            return !day.isBefore(since) && (until == null || !day.isAfter(until));
        }
    }

    private record Day(UUID household, LocalDate on) {}

    Knowledge(List<Duty> duties, List<Visit> visits) {
        this.duties = List.copyOf(duties);
        visits.forEach(this::add);
    }

    /** A visit that is recorded; what it corrects does not count for its day any more. */
    void add(Visit visit) {
        byId.put(visit.id(), visit);
        if (visit.correctedBy() == null) {
            byDay.put(new Day(visit.facts().householdId(), visit.visitedOn()), visit.id());
        } else {
            correctedBy.put(visit.id(), visit.correctedBy());
        }
        UUID corrected = visit.facts().corrects();
        if (corrected != null) {
            correctedBy.put(corrected, visit.id());
            byDay.values().remove(corrected);
        }
    }

    @Nullable
    Visit visit(UUID id) {
        return byId.get(id);
    }

    @Nullable
    UUID visitOfDay(UUID household, LocalDate day) {
        return byDay.get(new Day(household, day));
    }

    @Nullable
    UUID correctionOf(UUID visit) {
        return correctedBy.get(visit);
    }

    /** The pairing that stood on a day; the latest of several. */
    Optional<Duty> duty(UUID household, LocalDate day) {
        return duties.stream()
                .filter(duty -> duty.household().equals(household) && duty.covers(day))
                .reduce((earlier, later) -> later);
    }

    /** The last pairing that ended before a day. */
    Optional<Duty> ended(UUID household, LocalDate day) {
        return duties.stream()
                .filter(duty -> duty.household().equals(household)
                        && duty.until() != null
                        && duty.until().isBefore(day))
                .reduce((earlier, later) -> later);
    }
}
