package org.jingzhun.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The file of parameters, and the division of whole numbers by weights. */
class ParametersTest {

    @Test
    void everyParameterHasAUnitAndAMark() {
        assertThat(Table.rows("parameters.csv")).isNotEmpty().allSatisfy(row -> {
            assertThat(row).hasSize(5);
            assertThat(row.get(2)).as("unit of %s", row.getFirst()).isNotBlank();
            assertThat(row.get(4)).as("mark of %s", row.getFirst()).matches("seed 00\\d|public|assumption");
            if (!row.get(4).equals("assumption")) {
                assertThat(row.get(3)).as("source of %s", row.getFirst()).isNotBlank();
            }
        });
    }

    @Test
    void aParameterThatIsMissingIsNamed() {
        assertThatThrownBy(() -> Parameters.standard().number("no.such"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("parameter (no.such) must stand in parameters.csv");
    }

    @Property
    void partsAddUpToTheWholeAndFollowTheWeights(
            @ForAll @IntRange(max = 1_000_000) int total,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 10_000) Integer> weights) {
        double[] numbers = weights.stream().mapToDouble(weight -> weight).toArray();
        double sum = weights.stream().mapToDouble(weight -> weight).sum();
        int[] parts = Apportion.of(total, numbers);
        assertThat(IntStream.of(parts).sum()).isEqualTo(total);
        for (int i = 0; i < parts.length; i++) {
            assertThat(Math.abs(parts[i] - total * numbers[i] / sum)).isLessThan(1);
        }
    }
}
