package org.jingzhun.identification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jingzhun.identification.monitoring.Watch.today;
import static org.jingzhun.identification.testing.Client.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.Test;

/** Others are told again of a monitored household when its members or its village change. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ToldAgainTest {

    private static List<String> told(String id) {
        return Topic.all("identification.register", id, "household-monitored");
    }

    @Test
    void aNewMemberOrVillageIsToldAgainAndAnythingElseNot() {
        PlatformResource.connectOutbox();
        County county = Lot.MONITORING_TOLD_AGAIN.county(2).household("甲", 1, 3, 46);
        county.begun(1, 0);
        Registered.withoutNoticeDays(county, today().getYear());
        Watch watch = new Watch(county).withLines();
        watch.earns("甲", today(), "9000.00");
        watch.tells("甲", "SELF_REPORT", "ILLNESS").statusCode(201);
        String id = watch.caseOf("甲");
        watch.monitored(id);
        await().atMost(Duration.ofSeconds(30)).until(() -> told(id).size() == 1);

        UUID household = county.household("甲");
        int next = Lot.MONITORING_TOLD_AGAIN.firstPerson() + 50;
        String row = People.household(household, county.village(1)).replace("王某", "甲");
        assertThat(imported("households", List.of(row.replace("上屯1号", "上屯9号"))).getInt("updated"))
                .isEqualTo(1);
        assertThat(imported("members", List.of(People.member(UUID.randomUUID(), household, "DAUGHTER", next)))
                        .getInt("inserted"))
                .isEqualTo(1);
        assertThat(imported("households", List.of(row.replace(county.village(1), county.village(2))))
                        .getInt("updated"))
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(30)).until(() -> told(id).size() >= 3);
        List<String> all = told(id);
        assertThat(all).hasSize(3);
        assertThat(all.get(0)).contains("\"persons\":3", "\"villageCode\":\"" + county.village(1) + "\"");
        assertThat(all.get(1)).contains("\"persons\":4", "\"villageCode\":\"" + county.village(1) + "\"");
        assertThat(all.get(2)).contains("\"persons\":4", "\"villageCode\":\"" + county.village(2) + "\"");
        assertThat(all).doesNotHaveDuplicates();
    }
}
