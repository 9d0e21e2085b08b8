package org.jingzhun.identification.special.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundaryTest {

    private static final List<List<Double>> SQUARE = List.of(
            List.of(105.3, 24.7),
            List.of(105.4, 24.7),
            List.of(105.4, 24.8),
            List.of(105.3, 24.8),
            List.of(105.3, 24.7));

    private static String fault(List<List<List<Double>>> rings) {
        return new Boundary("Polygon", rings).findFault().orElse("none");
    }

    @Test
    void aClosedRingAroundAnAreaIsABoundary() {
        assertThat(fault(List.of(SQUARE))).isEqualTo("none");
        assertThat(fault(List.of(SQUARE, SQUARE))).isEqualTo("none");
    }

    @Test
    void everythingElseIsNamed() {
        assertThat(new Boundary("Point", List.of(SQUARE)).findFault()).hasValue("boundary-no-polygon");
        assertThat(fault(List.of())).isEqualTo("boundary-size");
        assertThat(fault(Collections.nCopies(11, SQUARE))).isEqualTo("boundary-size");
        assertThat(fault(List.of(Collections.nCopies(1001, List.of(105.3, 24.7)))))
                .isEqualTo("boundary-size");
        assertThat(fault(List.of(SQUARE.subList(0, 4)))).isEqualTo("boundary-open-ring");
        assertThat(fault(List.of(Collections.nCopies(5, List.of(105.3, 24.7))))).isEqualTo("boundary-open-ring");
        List<List<Double>> line =
                List.of(List.of(105.0, 24.0), List.of(106.0, 25.0), List.of(107.0, 26.0), List.of(105.0, 24.0));
        assertThat(fault(List.of(line))).isEqualTo("boundary-open-ring");
        List<List<Double>> swapped = SQUARE.stream()
                .map(position -> List.of(position.get(1), position.get(0)))
                .toList();
        assertThat(fault(List.of(swapped))).isEqualTo("boundary-position");
    }
}
