package org.jingzhun.pairing.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Whatever order, cut and repetition a bad line makes of a phone's changes, the same is recorded in the end. */
class SyncLawsTest {

    private static final Instant NOW = Instant.parse("2017-10-20T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2017, 10, 20);
    private static final UUID HELPER = new UUID(1, 1);

    /** Recorded visits by id, as the database keeps them: what is there stays. */
    private static final class Server {
        private final Map<UUID, Visit> visits = new LinkedHashMap<>();

        List<Verdict> call(List<NewVisit> changes) {
            List<Knowledge.Duty> duties = List.of(
                    new Knowledge.Duty(new UUID(2, 0), household(0), 1, "h", TODAY.minusDays(90), null),
                    new Knowledge.Duty(new UUID(2, 1), household(1), 1, "h", TODAY.minusDays(90), TODAY.minusDays(10)));
            List<Visit> known =
                    visits.values().stream().map(this::withCorrection).toList();
            Judging judging = new Judging(HELPER, new Knowledge(duties, known), NOW);
            List<Verdict> verdicts = changes.stream().map(judging::judge).toList();
            for (Verdict verdict : verdicts) {
                if (verdict instanceof Verdict.Recorded(Visit visit, boolean isNew)) {
                    Visit before = visits.putIfAbsent(visit.id(), visit);
                    assertThat(before == null).isEqualTo(isNew);
                }
            }
            return verdicts;
        }

        private Visit withCorrection(Visit visit) {
            UUID by = visits.values().stream()
                    .filter(each -> visit.id().equals(each.facts().corrects()))
                    .map(Visit::id)
                    .findFirst()
                    .orElse(null);
            return new Visit(
                    visit.id(),
                    visit.facts(),
                    visit.villageCode(),
                    visit.helperName(),
                    visit.pairingId(),
                    visit.visitedOn(),
                    visit.recordedAt(),
                    null,
                    null,
                    by,
                    null);
        }

        Set<UUID> recorded() {
            return Set.copyOf(visits.keySet());
        }
    }

    private static UUID household(int number) {
        return new UUID(3, number);
    }

    private static NewVisit change(int id, int household, int daysAgo, String content, @Nullable UUID corrects) {
        return NewVisit.of(
                new UUID(4, id),
                new VisitFacts(
                        HELPER,
                        household(household),
                        TODAY.minusDays(daysAgo),
                        null,
                        content,
                        Set.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        corrects));
    }

    /**
     * Of all kinds: some of the future, some after the transfer, some of the same day, some corrections.
     *
     * @param ofItsDay whether a correction keeps the day, so that none becomes free again
     */
    private static List<NewVisit> changes(Random random, int count, boolean ofItsDay) {
        List<NewVisit> changes = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            boolean corrects = id > 0 && random.nextInt(4) == 0;
            NewVisit of = corrects ? changes.get(random.nextInt(id)) : null;
            int household = random.nextInt(3);
            if (of != null) {
                household = (int) of.facts().householdId().getLeastSignificantBits();
            }
            int daysAgo = of != null && ofItsDay
                    ? (int) ChronoUnit.DAYS.between(of.facts().visitedOn(), TODAY)
                    : random.nextInt(30) - 2;
            changes.add(change(id, household, daysAgo, "c" + id, of == null ? null : of.id()));
        }
        return changes;
    }

    /** Each change on a day and household of its own, each corrected once at most and on its own day. */
    private static List<NewVisit> apart(Random random, int count) {
        List<NewVisit> changes = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            changes.add(change(id, id % 2, 11 + id / 2, "c" + id, null));
            if (random.nextInt(3) == 0) {
                changes.add(change(1000 + id, id % 2, 11 + id / 2, "better", new UUID(4, id)));
            }
        }
        return changes;
    }

    @Property(tries = 300)
    void theSameCallsCutAndRepeatedHaveTheSameOutcome(
            @ForAll Random random, @IntRange(min = 1, max = 40) @ForAll int count) {
        List<NewVisit> changes = changes(random, count, true);
        Server whole = new Server();
        List<Verdict> expected = whole.call(changes);
        Server cut = new Server();
        List<Verdict> outcomes = new ArrayList<>();
        for (int from = 0; from < count; ) {
            int to = Math.min(count, from + 1 + random.nextInt(5));
            List<Verdict> first = cut.call(changes.subList(from, to));
            outcomes.addAll(first);
            if (random.nextBoolean()) {
                assertThat(names(cut.call(changes.subList(from, to)))).isEqualTo(names(first));
            }
            from = to;
        }
        assertThat(cut.recorded()).isEqualTo(whole.recorded());
        assertThat(names(outcomes)).isEqualTo(names(expected));
    }

    @Property(tries = 300)
    void theOrderDoesNotMatterToChangesThatDoNotMeet(
            @ForAll Random random, @IntRange(min = 1, max = 30) @ForAll int count) {
        List<NewVisit> changes = apart(random, count);
        Server inOrder = new Server();
        inOrder.call(changes);
        List<NewVisit> shuffled = new ArrayList<>(changes);
        Server server = new Server();
        for (int round = 0; round < 2; round++) {
            Collections.shuffle(shuffled, random);
            List<NewVisit> firstHalf = shuffled.subList(0, shuffled.size() / 2);
            server.call(firstHalf);
            server.call(shuffled);
        }
        server.call(changes);
        assertThat(server.recorded())
                .isEqualTo(inOrder.recorded())
                .isEqualTo(changes.stream().map(NewVisit::id).collect(Collectors.toSet()));
    }

    @Property(tries = 300)
    void inAnyOrderADayHasOneStandingVisitAndAVisitOneCorrection(
            @ForAll Random random, @IntRange(min = 1, max = 40) @ForAll int count) {
        List<NewVisit> changes = changes(random, count, false);
        Collections.shuffle(changes, random);
        Server server = new Server();
        server.call(changes);
        server.call(changes);
        Set<UUID> corrected = new HashSet<>();
        for (Visit visit : server.visits.values()) {
            UUID corrects = visit.facts().corrects();
            assertThat(corrects == null || corrected.add(corrects)).isTrue();
            assertThat(visit.visitedOn()).isBeforeOrEqualTo(TODAY);
        }
        Set<String> days = new HashSet<>();
        for (Visit visit : server.visits.values()) {
            if (!corrected.contains(visit.id())) {
                assertThat(days.add(visit.facts().householdId() + " " + visit.visitedOn()))
                        .isTrue();
            }
        }
    }

    @Property
    void aClockThatIsWrongByWholeDaysShiftsTheDayByThem(
            @ForAll @IntRange(min = -4000, max = 4000) int days, @ForAll @IntRange(min = 0, max = 40) int ago) {
        Instant phone = NOW.plus(Duration.ofDays(days));
        PhoneClock clock = PhoneClock.of(NOW, phone, Duration.ofMinutes(10));
        LocalDate said = TODAY.plusDays(days).minusDays(ago);
        assertThat(clock.judged(said, phone)).isEqualTo(TODAY.minusDays(ago));
        assertThat(clock.isWrong()).isEqualTo(days != 0);
    }

    private static List<String> names(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> switch (verdict) {
                    case Verdict.Recorded recorded ->
                        "recorded " + recorded.visit().id();
                    case Verdict.Refused(VisitRefusal refusal) ->
                        refusal.getClass().getSimpleName();
                })
                .toList();
    }
}
