package org.jingzhun.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jingzhun.chassis.testing.RequestLimits;
import org.jingzhun.chassis.testing.RequestPatterns;
import org.junit.jupiter.api.Test;

/** Every field and parameter of every request has a limit. */
class RequestLimitsContractTest {

    /** The file of a household, which comes back to be verified as it was given out: the body as a whole is limited. */
    private static final String ARCHIVE = "(HouseholdArchive|ArchiveSection|ArchiveTable|Manifest|Entry)\\..*";

    @Test
    void everyFieldOfEveryRequestHasALimit() {
        Set<String> missing = RequestLimits.missing();
        missing.removeIf(field -> field.matches(ARCHIVE));
        assertThat(missing).as(RequestLimits.advice(missing)).isEmpty();
    }

    @Test
    void everyRegularExpressionOfARequestIsToldInWords() {
        Set<String> untold = RequestPatterns.untold();
        assertThat(untold).as(RequestPatterns.advice(untold)).isEmpty();
    }
}
