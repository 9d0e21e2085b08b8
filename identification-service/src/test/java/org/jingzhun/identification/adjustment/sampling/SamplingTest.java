package org.jingzhun.identification.adjustment.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SamplingTest {

    @Provide
    Arbitrary<List<Unit>> frames() {
        Arbitrary<String> strata = Arbitraries.of("451031100201", "451031100202", "451031100203", "POOR", "EXITED");
        return strata.list().ofMinSize(1).ofMaxSize(60).map(names -> {
            List<Unit> frame = new ArrayList<>();
            for (String name : names) {
                frame.add(new Unit(new UUID(7, frame.size() * 31L), name));
            }
            return frame;
        });
    }

    @Property
    void theSameSeedDrawsTheSameSampleHoweverTheFrameIsSorted(
            @ForAll("frames") List<Unit> frame,
            @ForAll @IntRange(min = 1, max = 80) int size,
            @ForAll @StringLength(min = 1, max = 20) String seed,
            @ForAll long shuffle) {
        List<Unit> shuffled = new ArrayList<>(frame);
        Collections.shuffle(shuffled, new Random(shuffle));
        assertThat(Sampling.draw(shuffled, size, seed)).isEqualTo(Sampling.draw(frame, size, seed));
    }

    @Property
    void noHouseholdIsDrawnTwiceAndNoneThatIsNotInTheFrame(
            @ForAll("frames") List<Unit> frame, @ForAll @IntRange(min = 1, max = 80) int size) {
        Draw draw = Sampling.draw(frame, size, "seed");
        assertThat(draw.drawn()).extracting(Draw.Drawn::household).doesNotHaveDuplicates();
        assertThat(draw.drawn())
                .allSatisfy(drawn -> assertThat(frame).contains(new Unit(drawn.household(), drawn.stratum())));
    }

    @Property
    void theStrataHaveTheirShareByLargestRemainder(
            @ForAll("frames") List<Unit> frame, @ForAll @IntRange(min = 1, max = 80) int size) {
        Draw draw = Sampling.draw(frame, size, "seed");
        int wanted = Math.min(size, frame.size());
        assertThat(draw.drawn()).hasSize(wanted);
        assertThat(draw.strata().stream().mapToInt(Draw.Stratum::sampled).sum()).isEqualTo(wanted);
        assertThat(draw.strata().stream().mapToInt(Draw.Stratum::units).sum()).isEqualTo(frame.size());
        for (Draw.Stratum stratum : draw.strata()) {
            double exact = (double) wanted * stratum.units() / frame.size();
            assertThat(stratum.sampled()).isBetween((int) Math.floor(exact), (int) Math.ceil(exact));
            assertThat(draw.drawn())
                    .filteredOn(drawn -> drawn.stratum().equals(stratum.name()))
                    .hasSize(stratum.sampled());
        }
        for (Draw.Stratum roundedUp : draw.strata()) {
            for (Draw.Stratum roundedDown : draw.strata()) {
                long upRemainder = (long) wanted * roundedUp.units() % frame.size();
                long downRemainder = (long) wanted * roundedDown.units() % frame.size();
                boolean up = roundedUp.sampled() > wanted * roundedUp.units() / frame.size();
                boolean down = roundedDown.sampled() == wanted * roundedDown.units() / frame.size();
                assertThat(!up || !down || upRemainder >= downRemainder).isTrue();
            }
        }
    }

    @Test
    void equalRemaindersGoToTheStratumThatComesFirst() {
        List<Unit> frame = new ArrayList<>();
        for (String stratum : List.of("C", "A", "B")) {
            frame.add(new Unit(new UUID(1, frame.size()), stratum));
        }
        assertThat(Sampling.draw(frame, 2, "x").strata())
                .containsExactly(new Draw.Stratum("A", 1, 1), new Draw.Stratum("B", 1, 1), new Draw.Stratum("C", 1, 0));
    }

    @Test
    void aListAndSha256AreEnoughToDrawAgain() throws Exception {
        List<Unit> frame = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            frame.add(new Unit(new UUID(3, i), "one"));
        }
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        List<UUID> byHand = frame.stream()
                .map(Unit::household)
                .sorted(Comparator.comparing(household -> HexFormat.of()
                        .formatHex(sha256.digest(("20171108-双色球|" + household).getBytes(StandardCharsets.UTF_8)))))
                .limit(20)
                .toList();
        Draw draw = Sampling.draw(frame, 20, "20171108-双色球");
        assertThat(draw.drawn()).extracting(Draw.Drawn::household).containsExactlyElementsOf(byHand);
        assertThat(draw.drawn())
                .extracting(Draw.Drawn::position)
                .startsWith(1, 2, 3)
                .endsWith(20);
        assertThat(Sampling.draw(frame, 20, "20171109-双色球").drawn()).isNotEqualTo(draw.drawn());
        assertThat(Sampling.draw(frame.subList(1, 200), 20, "20171108-双色球").frameDigest())
                .isNotEqualTo(draw.frameDigest());
    }

    @Test
    void everyHouseholdIsDrawnAboutEquallyOften() {
        List<Unit> frame = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            frame.add(new Unit(new UUID(5, i), "one"));
        }
        int[] times = new int[20];
        for (int seed = 0; seed < 4000; seed++) {
            Sampling.draw(frame, 5, "seed " + seed)
                    .drawn()
                    .forEach(drawn -> times[(int) drawn.household().getLeastSignificantBits()]++);
        }
        for (int each : times) {
            assertThat(each).isCloseTo(1000, within(150));
        }
    }

    @Test
    void aHouseholdTwiceInTheFrameIsAnError() {
        Unit twice = new Unit(new UUID(1, 1), "A");
        assertThatThrownBy(() -> Sampling.draw(List.of(twice, twice), 1, "x")).hasMessageContaining("once");
        assertThatThrownBy(() -> Sampling.draw(List.of(twice), 0, "x")).hasMessageContaining("1 or more");
    }
}
