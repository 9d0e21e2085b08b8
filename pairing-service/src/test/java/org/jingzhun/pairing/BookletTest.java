package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rounds;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** What a booklet must keep: what was explained, who confirmed it, and each helper in a row of its own. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class BookletTest {

    private static final County COUNTY = new County("970107");
    private static final String SIGNATURE = "ab".repeat(32);

    private final LocalDate today = Rounds.today();

    @Inject
    Rows rows;

    @Test
    void whatWasExplainedAndWhoConfirmedItIsInTheAnswerAndInTheBooklet() throws Exception {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        recorded(rounds, household, 30, """
                ,"policiesExplained":"小额信贷贴息","confirmation":{"by":"WITNESS","witness":"黄组长"}""")
                .body("policiesExplained", equalTo("小额信贷贴息"))
                .body("confirmation.by", equalTo("WITNESS"))
                .body("confirmation.witness", equalTo("黄组长"))
                .body("confirmation.sha256", nullValue());
        recorded(
                        rounds,
                        household,
                        20,
                        ",\"policiesExplained\":\"雨露计划\",\"photos\":[\"" + SIGNATURE
                                + "\"],\"confirmation\":{\"by\":\"SIGNATURE\",\"sha256\":\"" + SIGNATURE + "\"}")
                .body("policiesExplained", equalTo("雨露计划"))
                .body("confirmation.by", equalTo("SIGNATURE"))
                .body("confirmation.sha256", equalTo(SIGNATURE))
                .body("confirmation.witness", nullValue());
        recorded(rounds, household, 10, "")
                .body("policiesExplained", nullValue())
                .body("confirmation", nullValue());

        rounds.asHelper()
                .get("/v1/visits?household=" + household)
                .then()
                .statusCode(200)
                .body("items.find { it.policiesExplained == '雨露计划' }.confirmation.sha256", equalTo(SIGNATURE));
        rounds.asHelper()
                .get("/v1/handbooks/" + household)
                .then()
                .statusCode(200)
                .body("visits.policiesExplained", contains("小额信贷贴息", "雨露计划", null))
                .body("visits.confirmedBy", contains("WITNESS", "SIGNATURE", null));
        assertThat(printed(household))
                .contains(today.minusDays(30) + "黄志强看望小额信贷贴息—见证人")
                .contains(today.minusDays(20) + "黄志强看望雨露计划—签名")
                .contains(today.minusDays(10) + "黄志强看望———");
    }

    @Test
    void anotherHelperIsAnotherRowWithItsFirstDayAndTheFirstRowStays() throws Exception {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        named(rounds.helper(), "黄志强");
        UUID unit = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        COUNTY.unit(unit, "COUNTY").statusCode(200);
        COUNTY.helper(second, unit, "ORDINARY", List.of()).statusCode(200);
        named(second, "覃玉兰");
        LocalDate since = today.minusDays(200);
        book(household)
                .body("helpers.name", contains("黄志强"))
                .body("helpers.since", contains(since.toString()))
                .body("helpers.until", contains((Object) null))
                .body("card.helper.name", equalTo("黄志强"));

        COUNTY.step(COUNTY.active(household), Map.of("step", "TRANSFER", "helperId", second, "reason", "moved away"))
                .statusCode(200);
        book(household)
                .body("helpers.name", contains("黄志强", "覃玉兰"))
                .body("helpers.since", contains(since.toString(), today.toString()))
                .body("helpers.until", contains(today.toString(), null))
                .body("card.helper.name", equalTo("覃玉兰"))
                .body("card.helper.since", equalTo(today.toString()));
        assertThat(printed(household))
                .contains(since + "" + today)
                .contains(today + "至今")
                .containsSubsequence("黄志强", since.toString(), "覃玉兰", "至今");
    }

    private static ValidatableResponse book(UUID household) {
        return COUNTY.auditor().get("/v1/handbooks/" + household).then().statusCode(200);
    }

    private void named(UUID helper, String name) {
        rows.texts("update helper set name = ? where id = ? returning id", name, helper);
    }

    private ValidatableResponse recorded(Rounds rounds, UUID household, int daysAgo, String more) {
        named(rounds.helper(), "黄志强");
        return rounds.asHelper()
                .body(rounds.visit(household, today.minusDays(daysAgo), "看望", more))
                .put("/v1/visits/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    /** The text without any space: lines break where a column ends. */
    private static String printed(UUID household) throws Exception {
        byte[] pdf = COUNTY.auditor()
                .accept("application/pdf")
                .get("/v1/handbooks/" + household)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
