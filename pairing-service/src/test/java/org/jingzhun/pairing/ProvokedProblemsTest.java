package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jingzhun.chassis.testing.ProblemCodes;
import org.junit.jupiter.api.Test;

/** Every problem that the service may answer is provoked by a test, but for a list that may only get shorter. */
class ProvokedProblemsTest {

    @Test
    void onlyTheKnownProblemsAreNotProvoked() {
        Set<String> unprovoked = ProblemCodes.unprovoked();
        assertThat(unprovoked).as(ProblemCodes.advice(unprovoked)).isEqualTo(ProblemCodes.known());
    }
}
