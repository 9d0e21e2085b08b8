package org.jingzhun.pairing.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rounds;
import org.junit.jupiter.api.Test;

/** Which of leader, unit, first secretary, team and technician a village lacks (五个一), once the region asks for all. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class FiveOnesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate BEGINS = LocalDate.of(2091, 3, 1);

    private final LocalDate today = Rounds.today();
    private final County county = new County("970601");

    @Inject
    Database database;

    @Inject
    LinkLimits limits;

    @Inject
    CurrentCaller caller;

    @Test
    void leaderAndTechnicianAreAskedForFromTheDayOnThatTheRegionSets() throws IOException {
        county.hasVillages(1);
        assertThat(limits.listNeeded(today)).doesNotContain(LinkKind.LEADER_VILLAGE, LinkKind.TECHNOLOGY_COMMISSIONER);
        assertThat(missing(today))
                .containsExactly(LinkKind.FIRST_SECRETARY, LinkKind.INFORMATION_OFFICER, LinkKind.TEAM_MEMBER);
        loaded();
        await().atMost(SOON).untilAsserted(() -> assertThat(missing(BEGINS))
                .containsExactly(
                        LinkKind.FIRST_SECRETARY,
                        LinkKind.INFORMATION_OFFICER,
                        LinkKind.LEADER_VILLAGE,
                        LinkKind.TEAM_MEMBER,
                        LinkKind.TECHNOLOGY_COMMISSIONER));
        UUID leader = UUID.randomUUID();
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(leader, unit, "DIVISION_HEAD", List.of()).statusCode(200);
        county.planner()
                .body(Map.of("kind", "LEADER_VILLAGE", "helperId", leader, "division", county.village(1)))
                .post("/v1/links")
                .then()
                .statusCode(201);
        assertThat(missing(BEGINS)).doesNotContain(LinkKind.LEADER_VILLAGE).contains(LinkKind.TECHNOLOGY_COMMISSIONER);
        assertThat(missing(today)).doesNotContain(LinkKind.TECHNOLOGY_COMMISSIONER);
    }

    /** The shipped version with another name and day, and one of each of the five. */
    private static void loaded() throws IOException {
        String csv = Files.readString(Path.of("src/main/resources/policies/link-limits.csv"))
                .replace("LIMITS-2016,", "FIVE-ONES,")
                .replace("2016-01-01", BEGINS.toString())
                .replace("LEADER_VILLAGE_LEAST,0", "LEADER_VILLAGE_LEAST,1")
                .replace("TECHNOLOGY_COMMISSIONER_LEAST,0", "TECHNOLOGY_COMMISSIONER_LEAST,1");
        County.as("region-officer", "45", "rules@45")
                .body(Map.of("csv", csv, "source", "Document 9"))
                .post("/v1/data-tables/link-limits/rows")
                .then()
                .statusCode(201)
                .body("rows", equalTo((int) csv.lines().count() - 1));
    }

    /** In the village, on a day. */
    private List<LinkKind> missing(LocalDate day) {
        Gaps gaps = new Gaps(
                database,
                limits,
                caller,
                Clock.fixed(day.atTime(12, 0).atZone(Clocks.SHANGHAI).toInstant(), Clocks.SHANGHAI));
        return CallerScope.call(Caller.system("test"), () -> QuarkusTransaction.requiringNew()
                        .call(() -> gaps.list(Area.ofPrefix(county.village(1)), null, 9)))
                .items()
                .stream()
                .flatMap(gap -> gap.missing().stream())
                .map(Gap.Missing::kind)
                .toList();
    }
}
