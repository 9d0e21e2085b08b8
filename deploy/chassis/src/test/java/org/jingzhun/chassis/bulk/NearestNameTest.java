package org.jingzhun.chassis.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody may have meant. */
class NearestNameTest {

    private static final List<String> KNOWN = List.of("villageCode", "hamlet", "householder", "户主", "行政村代码");

    @ParameterizedTest
    @CsvSource({
        "vilagecode, vilagecode (villageCode?)",
        "HAMLET, HAMLET (hamlet?)",
        "行政村代号, 行政村代号 (行政村代码?)",
        "户长, 户长 (户主?)",
        "colour, colour",
        "x, x"
    })
    void theNearestIsNamedWhenItIsNear(String unknown, String shown) {
        assertThat(NearestName.shown(unknown, KNOWN)).isEqualTo(shown);
    }

    @Test
    void ofEquallyNearOnesTheFirstInTheAlphabetIsNamed() {
        assertThat(NearestName.find("cat", List.of("hat", "bat"))).contains("bat");
        assertThat(NearestName.find("cat", List.of())).isEmpty();
    }
}
