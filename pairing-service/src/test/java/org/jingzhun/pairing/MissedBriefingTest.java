package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.briefing.Briefings;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** A week in whose last night the service was down is told when it is back, once. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class MissedBriefingTest {

    private static final LocalDate FIRST = LocalDate.of(2014, 11, 3);
    private static final LocalDate BACK = LocalDate.of(2015, 1, 28);
    private static final LocalDate LAST = LocalDate.of(2015, 1, 19);

    private final County county = new County("451091");

    @Inject
    Briefings briefings;

    @Inject
    Rows rows;

    @Test
    void missedWeeksAreMadeUpForOnce() throws Exception {
        UUID problem = UUID.randomUUID();
        county.planner()
                .body(Map.of("id", problem, "division", county.village(1), "title", "No water"))
                .post("/v1/problems")
                .then()
                .statusCode(200);
        rows.texts("update problem set raised_on = ? where id = ? returning id", LAST.plusDays(2), problem);
        briefings.write(FIRST);
        assertThat(briefings.writeMissing(FIRST.plusDays(9)))
                .as("nobody asked for what was before the first")
                .isEmpty();
        briefings.write(LAST.minusWeeks(2));
        briefing(LAST).statusCode(404).body("code", equalTo("briefing-not-written"));

        assertThat(writtenByTwo(BACK)).containsExactlyInAnyOrder(LAST.minusWeeks(3), LAST.minusWeeks(1), LAST);
        briefing(LAST).statusCode(200).body("total.raised", equalTo(1)).body("total.open", equalTo(1));
        briefing(LAST.minusWeeks(1)).statusCode(200).body("total.raised", equalTo(0));
        briefing(LAST.minusWeeks(4)).statusCode(404);
        briefing(LAST.plusWeeks(1)).statusCode(404);
        assertThat(briefings.writeMissing(BACK)).isEmpty();
    }

    /** What two instances write that are back at once, each week as often as it was written. */
    private List<LocalDate> writtenByTwo(LocalDate day) throws Exception {
        Callable<List<LocalDate>> instance = () -> briefings.writeMissing(day);
        List<LocalDate> written = new ArrayList<>();
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : instances.invokeAll(List.of(instance, instance))) {
                written.addAll(each.get());
            }
        }
        return written;
    }

    private ValidatableResponse briefing(LocalDate monday) {
        return county.auditor()
                .get("/v1/briefings/" + monday + "?division=" + county.code() + "000000")
                .then();
    }
}
