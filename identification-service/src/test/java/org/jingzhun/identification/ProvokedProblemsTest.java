package org.jingzhun.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jingzhun.chassis.testing.ProblemCodes;
import org.junit.jupiter.api.Test;

/** Every problem that the service may answer is provoked by a test, and stands in its contract. */
class ProvokedProblemsTest {

    @Test
    void everyProblemIsProvoked() {
        Set<String> unprovoked = ProblemCodes.unprovoked();
        assertThat(unprovoked).as(ProblemCodes.advice(unprovoked)).isEmpty();
    }

    @Test
    void everyProblemStandsInAContract() {
        Set<String> undocumented = ProblemCodes.undocumented();
        assertThat(undocumented).as(ProblemCodes.adviceOnWords(undocumented)).isEmpty();
    }
}
