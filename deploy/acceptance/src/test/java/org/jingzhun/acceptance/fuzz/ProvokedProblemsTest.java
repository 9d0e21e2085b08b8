package org.jingzhun.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jingzhun.acceptance.RunningSuite;
import org.jingzhun.acceptance.fuzz.ApiDocument.Shown;
import org.jingzhun.standalone.SuiteService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every problem that a document shows was answered to a caller: by the tests of the services and of the chassis, or by the
 * fuzzing. So this comes last.
 */
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvokedProblemsTest {

    private static final int OF_OPERATIONS_AT_LEAST = 500;

    private SeenProblems seen;
    private final List<ApiDocument> documents = new ArrayList<>();

    @BeforeAll
    void read() throws IOException {
        seen = SeenProblems.read(RunningSuite.root());
        for (SuiteService service : SuiteService.values()) {
            documents.add(ApiDocument.read(service, RunningSuite.root()));
        }
    }

    /** What an operation shows of itself; what it shares with many is answered by one piece of code. */
    @Test
    void everyProblemOfAnOperationIsAnsweredThere() {
        int all = 0;
        Set<String> unseen = new TreeSet<>();
        for (ApiDocument document : documents) {
            Set<String> shared = document.sharedCodes();
            for (Shown shown : document.problems()) {
                if (!shared.contains(shown.code())) {
                    all++;
                    if (!isSeen(document, shown)) {
                        unseen.add(shown.operation().title() + " " + shown.status() + " " + shown.code());
                    }
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(all).isGreaterThan(OF_OPERATIONS_AT_LEAST);
    }

    private boolean isSeen(ApiDocument document, Shown shown) {
        return seen.at(shown.operation(), shown.status(), shown.code())
                || (!document.ownCodes().contains(shown.code())
                        && seen.atInTheChassis(shown.operation(), shown.status(), shown.code()));
    }

    @Test
    void everyProblemOfAServiceIsAnsweredByIt() {
        Set<String> unseen = new TreeSet<>();
        for (ApiDocument document : documents) {
            document.ownCodes().stream()
                    .filter(code -> !seen.by(document.service(), code))
                    .forEach(code -> unseen.add(document.service().title() + " " + code));
        }
        assertThat(unseen).isEmpty();
    }

    @Test
    void everyProblemOfTheChassisIsAnswered() {
        Set<String> unseen = new TreeSet<>();
        for (ApiDocument document : documents) {
            unseen.addAll(document.codes());
            unseen.removeAll(document.ownCodes());
        }
        unseen.removeIf(seen::anywhere);
        assertThat(unseen).isEmpty();
    }
}
