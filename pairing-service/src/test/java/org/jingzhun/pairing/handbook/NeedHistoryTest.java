package org.jingzhun.pairing.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.pairing.visit.NeedKind;
import org.jingzhun.pairing.visit.Visit;
import org.jingzhun.pairing.visit.VisitFacts;
import org.junit.jupiter.api.Test;

class NeedHistoryTest {

    private static final LocalDate DAY = LocalDate.of(2018, 3, 1);

    @Test
    void aNeedThatComesBackIsANewOne() {
        List<Need> needs = NeedHistory.of(
                List.of(visit(0, NeedKind.JOB), visit(30), visit(60, NeedKind.JOB)), List.of(), List.of());
        assertThat(needs).extracting(Need::toldOn).containsExactly(DAY, DAY.plusDays(60));
        assertThat(needs).extracting(Need::settledOn).containsExactly(DAY.plusDays(30), null);
        assertThat(needs).extracting(Need::outcome).containsExactly(Need.Outcome.NO_LONGER_TOLD, Need.Outcome.OPEN);
    }

    @Test
    void onlyHelpOfItsKindThatCameWhileItWasNeededMeetsIt() {
        List<Visit> visits = List.of(visit(0, NeedKind.JOB), visit(30));
        assertThat(outcome(visits, measure("EMPLOYMENT", 0))).isEqualTo(Need.Outcome.MET);
        assertThat(outcome(visits, measure("EMPLOYMENT", 30))).isEqualTo(Need.Outcome.MET);
        assertThat(outcome(visits, measure("EMPLOYMENT", 31))).isEqualTo(Need.Outcome.NO_LONGER_TOLD);
        assertThat(outcome(visits, measure("EMPLOYMENT", -1))).isEqualTo(Need.Outcome.NO_LONGER_TOLD);
        assertThat(outcome(visits, measure("MEDICAL", 9))).isEqualTo(Need.Outcome.NO_LONGER_TOLD);
    }

    @Test
    void whatIsStillNamedThoughHelpCameIsPartlyMet() {
        List<Visit> visits = List.of(visit(0, NeedKind.JOB), visit(30, NeedKind.JOB));
        assertThat(outcome(visits, measure("EMPLOYMENT", 9))).isEqualTo(Need.Outcome.PARTLY_MET);
        NeedHistory.Gift onItsWay =
                new NeedHistory.Gift("JOB", new Need.Help(Need.Help.Kind.OFFER, "Job", "Firm", 1, null));
        assertThat(NeedHistory.of(visits, List.of(), List.of(onItsWay))
                        .getFirst()
                        .outcome())
                .isEqualTo(Need.Outcome.OPEN);
    }

    private static Need.Outcome outcome(List<Visit> visits, NeedHistory.Measure measure) {
        return NeedHistory.of(visits, List.of(measure), List.of()).getFirst().outcome();
    }

    private static NeedHistory.Measure measure(String pathway, int day) {
        return new NeedHistory.Measure(
                pathway, new Need.Help(Need.Help.Kind.MEASURE, "Measure", "Village", null, DAY.plusDays(day)));
    }

    private static Visit visit(int day, NeedKind... needs) {
        VisitFacts facts = new VisitFacts(
                new UUID(1, 1),
                new UUID(2, 2),
                DAY.plusDays(day),
                null,
                "Visit",
                Set.of(),
                List.of(),
                null,
                Arrays.stream(needs)
                        .map(kind -> new VisitFacts.Need(kind, "Work"))
                        .toList(),
                List.of(),
                null,
                null,
                null);
        return new Visit(
                new UUID(3, day),
                facts,
                1,
                "Helper",
                new UUID(4, 4),
                DAY.plusDays(day),
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }
}
