package org.jingzhun.identification.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;
import static org.jingzhun.identification.testing.People.household;
import static org.jingzhun.identification.testing.People.member;
import static org.jingzhun.identification.testing.People.number;
import static org.jingzhun.identification.testing.People.womansNumber;
import static org.jingzhun.identification.testing.Places.village;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class HouseholdImportTest {

    @Test
    void householdsAndMembersGoInAndTheVillageKnowsItsPopulation() {
        Places.known("451031320", 2);
        UUID poor = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        List<String> households =
                List.of(household(poor, village("451031320", 1)), household(other, village("451031320", 2)));
        List<String> members = List.of(
                member(UUID.randomUUID(), poor, "HEAD", 1001),
                member(UUID.randomUUID(), poor, "SON", 1002).replace("\"ORDINARY\"", "\"NONE\""),
                member(UUID.randomUUID(), other, "HEAD", 1003));

        assertThat(imported("households", households).getInt("inserted")).isEqualTo(2);
        assertThat(imported("members", members).getInt("inserted")).isEqualTo(3);

        as("surveyor", "451031320")
                .get("/v1/households/" + poor)
                .then()
                .body("persons", equalTo(2))
                .body("labourers", equalTo(1))
                .body("members[0].idNumber", equalTo(number(1001)))
                .body("phone", equalTo("13800001234"));
        as("auditor", "45")
                .get("/v1/divisions/" + village("451031320", 1))
                .then()
                .body("households", equalTo(1))
                .body("persons", equalTo(2));
        assertThat(imported("households", households).getInt("unchanged")).isEqualTo(2);
        assertThat(imported("members", members).getInt("unchanged")).isEqualTo(3);
    }

    @Test
    void faultyMembersAreSetAsideWithTheirReasonAndTheOthersGoIn() {
        Places.known("451031321", 1);
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        JsonPath households = imported(
                "households",
                List.of(
                        household(first, village("451031321", 1)),
                        household(second, village("451031321", 1)),
                        household(UUID.randomUUID(), "451031321999"),
                        household(first, village("451031321", 1)),
                        household(UUID.randomUUID(), "511002001001")));
        assertThat(rejections(households))
                .containsExactlyInAnyOrder(
                        "3 /villageCode unknown-village", "4 /id repeated-row", "5 /villageCode outside-your-area");
        imported("members", List.of(member(UUID.randomUUID(), first, "HEAD", 1010)));

        String wrongCheck = number(1012).substring(0, 17) + (number(1012).endsWith("1") ? "2" : "1");
        JsonPath members = imported(
                "members",
                List.of(
                        member(UUID.randomUUID(), second, "HEAD", 1011),
                        member(UUID.randomUUID(), second, "SON", 1012).replace(number(1012), wrongCheck),
                        member(UUID.randomUUID(), UUID.randomUUID(), "SON", 1013),
                        member(UUID.randomUUID(), second, "SON", 1010),
                        member(UUID.randomUUID(), second, "HEAD", 1014),
                        member(UUID.randomUUID(), first, "HEAD", 1015),
                        member(UUID.randomUUID(), second, "SON", 1011),
                        member(UUID.randomUUID(), second, "SON", 1016)
                                .replace(number(1016), womansNumber(1016))
                                .replace("FEMALE", "MALE"),
                        "{\"id\":",
                        member(UUID.randomUUID(), second, "SON", 1017)));

        assertThat(rejections(members).stream().filter(row -> !row.startsWith("9 ")))
                .containsExactlyInAnyOrder(
                        "2 /idNumber id-number-check",
                        "3 /householdId unknown-household",
                        "4 /idNumber duplicate-person",
                        "5 /relation two-heads",
                        "6 /relation two-heads",
                        "7 /idNumber repeated-row",
                        "8 /sex sex-differs");
        assertThat(members.getInt("rejected")).isEqualTo(8);
        as("surveyor", "451031321").get("/v1/households/" + second).then().body("persons", equalTo(2));
    }

    @Test
    void aNumberSaysWhatIsWrongWithItAndAMemberStaysInItsHousehold() {
        Places.known("451031326", 1);
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        String village = village("451031326", 1);
        imported("households", List.of(household(one, village), household(other, village)));
        UUID head = UUID.randomUUID();
        imported("members", List.of(member(head, one, "HEAD", 3200)));

        String number = number(3201);
        String son = member(UUID.randomUUID(), one, "SON", 3201);
        JsonPath members = imported(
                "members",
                List.of(
                        son.replace(number, number.substring(1)),
                        son.replace(number, number.substring(0, 16) + "A" + number.substring(17)),
                        son.replace(number, number.substring(0, 10) + "1345" + number.substring(14)),
                        member(head, other, "HEAD", 3200)));
        assertThat(rejections(
                        imported("households", List.of(household(one, village).replace("13800001234", "*******1234")))))
                .containsExactly("1 /phone masked-number");
        assertThat(rejections(members))
                .containsExactlyInAnyOrder(
                        "1 /idNumber id-number-length",
                        "2 /idNumber id-number-character",
                        "3 /idNumber id-number-day",
                        "4 /householdId member-elsewhere");
    }

    @Test
    void contradictoryMembersAreNamedByFieldAndAFileOfHouseholdsIsNoFileOfMembers() {
        Places.known("451031323", 1);
        UUID id = UUID.randomUUID();
        String household = household(id, village("451031323", 1));
        imported("households", List.of(household));

        JsonPath members = imported(
                "members",
                List.of(
                        member(UUID.randomUUID(), id, "HEAD", 3100),
                        member(UUID.randomUUID(), id, "SPOUSE", 3101),
                        member(UUID.randomUUID(), id, "SPOUSE", 3102),
                        member(UUID.randomUUID(), id, "MOTHER", 3103),
                        member(UUID.randomUUID(), id, "SON", People.bornYearsAgo(8)),
                        member(UUID.randomUUID(), id, "SON", 3104)));

        assertThat(rejections(members))
                .containsExactlyInAnyOrder(
                        "3 /relation two-spouses",
                        "4 /relation generations-contradict",
                        "5 /labour too-young",
                        "5 /work too-young");
        JsonPath later = imported(
                "members",
                List.of(member(UUID.randomUUID(), id, "FATHER", 3105), member(UUID.randomUUID(), id, "SPOUSE", 3106)));
        assertThat(rejections(later))
                .containsExactlyInAnyOrder("1 /relation generations-contradict", "2 /relation two-spouses");
        as("surveyor", "451031323")
                .contentType("application/x-ndjson")
                .body((household + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=members")
                .then()
                .statusCode(400)
                .body("code", equalTo("import-kind-mistaken"));
    }

    @Test
    void aHouseholdChangesItsHeadInOneFileInWhateverOrder() {
        Places.known("451031324", 1);
        UUID id = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        imported("households", List.of(household(id, village("451031324", 1))));
        imported("members", List.of(member(first, id, "HEAD", 3201), member(second, id, "SPOUSE", 3202)));

        JsonPath changed =
                imported("members", List.of(member(second, id, "HEAD", 3202), member(first, id, "SPOUSE", 3201)));
        JsonPath again =
                imported("members", List.of(member(first, id, "SPOUSE", 3201), member(second, id, "HEAD", 3202)));
        JsonPath third = imported("members", List.of(member(UUID.randomUUID(), id, "HEAD", 3203)));

        assertThat(changed.getInt("updated")).isEqualTo(2);
        assertThat(again.getInt("unchanged")).isEqualTo(2);
        assertThat(rejections(third)).containsExactly("1 /relation two-heads");
    }

    /** The households' old heads come at the end of the file, in a chunk that is under way beside that of the new ones. */
    @Test
    void headsChangeAcrossChunksWithoutWaitingForEachOther() {
        Places.known("451031325", 1);
        int households = 10_500;
        List<UUID> ids = IntStream.range(0, households)
                .mapToObj(i -> new UUID(0x0197_0000_0001_7000L, 0x8000_0000_0000_0000L + i))
                .toList();
        imported(
                "households",
                ids.stream().map(id -> household(id, village("451031325", 1))).toList());
        imported("members", members(ids, "HEAD", "SPOUSE"));
        Instant start = Instant.now();

        JsonPath changed = imported("members", members(ids, "SPOUSE", "HEAD"));

        assertThat(changed.getInt("updated")).isEqualTo(2 * households);
        assertThat(changed.getInt("rejected")).isZero();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(25));
    }

    /** First all of the one half, then all of the other. */
    private static List<String> members(List<UUID> households, String one, String other) {
        List<String> rows = new ArrayList<>();
        for (String relation : List.of("HEAD", "SPOUSE")) {
            int half = relation.equals(one) ? 0 : 1;
            for (int i = 0; i < households.size(); i++) {
                UUID id = new UUID(0x0197_0000_0002_7000L + half, 0x8000_0000_0000_0000L + i);
                rows.add(member(id, households.get(i), relation.equals(one) ? one : other, 4000)
                        .replace(
                                number(4000), half == 0 ? People.numberOf(i) : People.numberOf(households.size() + i)));
            }
        }
        return rows;
    }

    @Test
    void aMalformedLineInTheMiddleOfAHundredThousandStopsNoOther() {
        Places.known("451031322", 1);
        List<String> rows = new ArrayList<>(IntStream.range(0, 100_000)
                .mapToObj(i -> household(
                        new UUID(0x0197_0000_0000_7000L, 0x8000_0000_0000_0000L + i), village("451031322", 1)))
                .toList());
        rows.set(50_000, rows.get(50_000).substring(0, 40));

        JsonPath result = imported("households", rows);

        assertThat(result.getInt("inserted")).isEqualTo(99_999);
        assertThat(rejections(result)).hasSize(1).allMatch(row -> row.startsWith("50001 "));
    }
}
