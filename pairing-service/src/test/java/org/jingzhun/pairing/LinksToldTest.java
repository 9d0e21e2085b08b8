package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jingzhun.pairing.published.Announcement.Type.LINK_ENDED;
import static org.jingzhun.pairing.published.Announcement.Type.LINK_HANDED_OVER;
import static org.jingzhun.pairing.published.Announcement.Type.LINK_MADE;
import static org.jingzhun.pairing.published.Announcement.Type.LINK_RENEWED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.testing.Announced;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What other services learn of links: who is first secretary, which unit helps a village, and until when. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class LinksToldTest {

    @Inject
    Database database;

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void aFirstSecretaryIsToldFromTheFirstDayToTheLast() {
        County county = county("450326");
        UUID unit = unit(county);
        county.link(unit, county.village(1)).statusCode(201);
        UUID secretary = cadre(county, unit);
        UUID successor = cadre(county, unit);
        String today = LocalDate.now(Clocks.SHANGHAI).toString();
        String link = made(county, "FIRST_SECRETARY", Map.of("helperId", secretary, "since", "2025-03-01"));
        step(county, link, Map.of("step", "RENEW"));
        String next = step(county, link, Map.of("step", "HAND_OVER", "successor", Map.of("helperId", successor)));
        var told = Announced.of(UUID.fromString(link), LINK_MADE, LINK_RENEWED, LINK_HANDED_OVER);
        assertThat(told)
                .extracting(event -> event.payload().getLong("revision"))
                .containsExactly(0L, 1L, 2L);
        JsonPath last = told.getLast().payload();
        assertThat(last.getString("kind")).isEqualTo("FIRST_SECRETARY");
        assertThat(last.getString("division")).isEqualTo(county.village(1));
        assertThat(last.getString("helperId")).isEqualTo(secretary.toString());
        assertThat(last.getString("since")).isEqualTo("2025-03-01");
        assertThat(last.getString("until")).isEqualTo(today);
        assertThat(last.getString("state")).isEqualTo("HANDED_OVER");
        JsonPath first = told.getFirst().payload();
        assertThat(first.getString("until")).isNull();
        assertThat(first.getString("expiresOn")).isLessThan(last.getString("expiresOn"));
        assertThat(told).extracting(event -> event.payload().prettify()).noneMatch(text -> text.contains("Helper "));

        Neighbour.tell("identification.village", List.of(Neighbour.delisted(county.village(1))));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> county.planner()
                                .body(Map.of("step", "END"))
                                .post("/v1/links/" + next + "/steps")
                                .statusCode()
                        == 200);
        JsonPath ended = Announced.of(UUID.fromString(next), LINK_MADE, LINK_ENDED)
                .getLast()
                .payload();
        assertThat(ended.getString("helperId")).isEqualTo(successor.toString());
        assertThat(ended.getString("until")).isEqualTo(today);
        assertThat(ended.getString("state")).isEqualTo("ENDED");
    }

    @Test
    void unitsOfAnImportAreToldOnceAndContactsOfPersonsNever() {
        County county = county("450327");
        UUID unit = UUID.randomUUID();
        String row = """
                {"id":"%s","name":"水利局","level":"COUNTY","villageCode":"%s"}""".formatted(unit, county.village(1));
        county.imported("units", List.of(row));
        county.imported("units", List.of(row));
        String contact = made(
                county, "LEFT_BEHIND_CONTACT", Map.of("helperId", cadre(county, unit), "personId", UUID.randomUUID()));
        String officer = made(county, "INFORMATION_OFFICER", Map.of("helperId", cadre(county, unit)));
        Announced.of(UUID.fromString(officer), LINK_MADE);

        // with the township's unit three; Debezium keeps the order of commits, so the contact would be there as well
        var told = Neighbour.hear(Announcement.LINK, 3, event -> county.village(1)
                .equals(event.payload().getString("division")));
        assertThat(told)
                .hasSize(3)
                .noneMatch(event -> event.key().equals(contact))
                .filteredOn(event -> unit.toString().equals(event.payload().getString("unitId")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.payload().getString("kind")).isEqualTo("UNIT_VILLAGE");
                    Announced.of(UUID.fromString(event.key()), LINK_MADE);
                });
    }

    @Test
    void linksThatWereMadeBeforeAreToldAsTheyStandAndAsOthersAre() {
        County county = county("450328");
        UUID unit = unit(county);
        String link =
                county.link(unit, county.village(1)).statusCode(201).extract().path("id");
        String next = step(county, link, Map.of("step", "HAND_OVER", "successor", Map.of("unitId", unit(county))));
        made(county, "LEFT_BEHIND_CONTACT", Map.of("helperId", cadre(county, unit), "personId", UUID.randomUUID()));
        Announced.of(UUID.fromString(next), LINK_MADE);

        Caller caller = new Caller("t", "t", Set.of(), Area.ofPrefix(county.code()), null);
        long told = CallerScope.call(caller, () -> QuarkusTransaction.requiringNew()
                .call(() -> database.find("select tell_links()", row -> row.getLong(1))
                        .orElseThrow()));
        assertThat(told)
                .as("the township's link, the one that has ended and its successor")
                .isEqualTo(3);
        assertToldAgain(link, LINK_MADE, LINK_HANDED_OVER, LINK_HANDED_OVER);
        assertToldAgain(next, LINK_MADE, LINK_MADE);
    }

    private static void assertToldAgain(String link, Announcement.Type... types) {
        var heard = Announced.of(UUID.fromString(link), types);
        assertThat(heard.getLast().payload().getMap(""))
                .isEqualTo(heard.get(heard.size() - 2).payload().getMap(""));
    }

    private static County county(String code) {
        County county = new County(code);
        county.hasVillages(1);
        return county;
    }

    private static UUID unit(County county) {
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        return unit;
    }

    private static UUID cadre(County county, UUID unit) {
        UUID helper = UUID.randomUUID();
        county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200);
        return helper;
    }

    private static String made(County county, String kind, Map<String, Object> party) {
        Map<String, Object> body = new HashMap<>(party);
        body.put("kind", kind);
        body.put("division", county.village(1));
        return county.planner()
                .body(body)
                .post("/v1/links")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of the link that stands then. */
    private static String step(County county, String link, Map<String, Object> body) {
        return county.planner()
                .body(body)
                .post("/v1/links/" + link + "/steps")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }
}
