package org.jingzhun.identification.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.audit.Purpose;
import org.jingzhun.chassis.permission.Permission;
import org.jingzhun.chassis.permission.Permissions;
import org.jingzhun.chassis.permission.Sensitivity;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who sees whole numbers, and who sees health: each role that the permission matrix lets in reads all that holds personal
 * data of one household, in every form in which it is to be had as text.
 */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class MaskingTest {

    private static final String COUNTY = Lot.SEALING_ROTATION.code();
    private static final String TOWNSHIP = COUNTY + "200";
    private static final int PERSON = Lot.SEALING_ROTATION.firstPerson() + 60;
    private static final String PHONE = "13800001234";
    private static final String CONTACT = "13800138123";
    private static final Set<String> SEE_NUMBERS = Set.of("surveyor", "county-officer");
    private static final Set<String> SEE_HEALTH =
            Set.of("surveyor", "village-officer", "township-officer", "county-officer");

    private static final List<String> FORMS =
            List.of("application/json", "application/x-ndjson", "text/csv", "text/html");

    /** Parts of paths with a variable, and the id of what is read there. */
    private static final Map<String, String> IDS = new TreeMap<>();

    @BeforeEach
    void aHouseholdWithAPatientAndAChangeUnderWay() {
        if (!IDS.isEmpty()) {
            return;
        }
        imported(
                "divisions",
                List.of(
                        Places.division("450000000000", "广西壮族自治区", "PROVINCE", ""),
                        Places.division(COUNTY.substring(0, 4) + "00000000", "市4504", "CITY", "450000000000"),
                        Places.division(COUNTY + "000000", "县" + COUNTY, "COUNTY", COUNTY.substring(0, 4) + "00000000"),
                        Places.division(TOWNSHIP + "000", "乡", "TOWNSHIP", COUNTY + "000000"),
                        Places.division(TOWNSHIP + "001", "村", "VILLAGE", TOWNSHIP + "000")));
        UUID household = UUID.randomUUID();
        String member = as("surveyor", COUNTY)
                .body(People.body(
                        TOWNSHIP + "001", List.of(People.traits("HEAD", PERSON), People.traits("SPOUSE", PERSON + 1))))
                .put("/v1/households/" + household)
                .then()
                .statusCode(201)
                .extract()
                .path("members[0].id");
        IDS.put("/v1/households/{id}", household.toString());
        IDS.put("/v1/register/{householdId}", household.toString());
        IDS.put("/v1/special-records/{id}", patient(member));
        IDS.put("/changes/{changeId}", change(household));
    }

    private static String patient(String member) {
        return as("county-officer", COUNTY)
                .body("""
                        {"memberId":"%s","since":"2017-03-01","disease":"STOMACH_CANCER","payLater":true,\
                        "contact":{"name":"韦大","phone":"%s"}}""".formatted(member, CONTACT))
                .put("/v1/patients/" + UUID.randomUUID())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String change(UUID household) {
        return as("village-officer", TOWNSHIP + "001")
                .body("{\"kind\":\"BIRTH\",\"on\":\"%s\",\"reason\":\"出生\",\"evidence\":[\"出生证\"],\"members\":[{%s}]}"
                        .formatted(People.birthDate(PERSON + 2), People.traits("SON", PERSON + 2)))
                .post("/v1/households/" + household + "/changes")
                .then()
                .statusCode(201)
                .extract()
                .path("change.id");
    }

    /** With the household's ids; lists are asked for the township. */
    private static String path(Permission line) {
        String path = line.path();
        for (var id : IDS.entrySet()) {
            path = path.replace(id.getKey(), id.getKey().replaceAll("[{].*[}]", id.getValue()));
        }
        return path.endsWith(IDS.getOrDefault("/v1/households/{id}", "?")) ? path + "?reason=appraisal" : path;
    }

    private static Stream<Permission> readings() {
        return Permissions.all().stream()
                .filter(line -> !line.changes() && line.data() != Sensitivity.PLAIN)
                .filter(line -> path(line).indexOf('{') < 0);
    }

    private static Response read(String role, String form, String path) {
        return given().auth()
                .oauth2(Tokens.of(role, COUNTY))
                .header(Purpose.HEADER, "appraisal")
                .accept(form)
                .get(path);
    }

    private static List<String> roles(Permission line) {
        return line.roles().contains(Permission.ANYBODY) ? List.of("supervisor") : line.roles();
    }

    /** Roles, by what of {@code texts} they were shown, each with the endpoints that showed it. */
    private static Map<String, Set<String>> shown(List<String> texts) {
        Map<String, Set<String>> shown = new TreeMap<>();
        for (Permission line : readings().toList()) {
            for (String role : roles(line)) {
                for (String form : FORMS) {
                    String answer = read(role, form, path(line)).asString();
                    if (texts.stream().anyMatch(answer::contains)) {
                        shown.computeIfAbsent(role, any -> new TreeSet<>()).add(line.endpoint());
                    }
                }
            }
        }
        return shown;
    }

    @Test
    void wholeNumbersAreShownToSurveyorsAndCountyOfficersAlone() {
        List<String> numbers = new ArrayList<>(List.of(PHONE, CONTACT));
        for (int person = PERSON; person <= PERSON + 2; person++) {
            numbers.add(People.number(person));
        }
        Map<String, Set<String>> shown = shown(numbers);
        assertThat(shown).containsOnlyKeys(SEE_NUMBERS);
        assertThat(shown.get("county-officer"))
                .contains(
                        "GET /v1/households/{id}",
                        "GET /v1/households/{id}/archive",
                        "GET /v1/patients",
                        "GET /v1/special-records/{id}");
    }

    @Test
    void everybodyElseSeesThemMasked() {
        String number = People.number(PERSON);
        String masked = number.substring(0, 6) + "********" + number.substring(14);
        Map<String, Set<String>> shown = shown(List.of(masked));
        Set<String> others = new TreeSet<>(readings()
                .filter(line -> line.path().equals("/v1/households/{id}"))
                .findFirst()
                .orElseThrow()
                .roles());
        others.removeAll(SEE_NUMBERS);
        assertThat(others).contains("system", "auditor", "village-officer");
        assertThat(shown).containsOnlyKeys(others);
    }

    @Test
    void healthAndDisabilityAreShownToThoseWhoAppraiseAndReview() {
        Map<String, Set<String>> shown = shown(List.of("CHRONIC", "LIMB_2", "STOMACH_CANCER"));
        assertThat(shown).containsOnlyKeys(SEE_HEALTH);
    }
}
