package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.jingzhun.pairing.testing.Neighbour.Told;
import org.jingzhun.pairing.testing.Rounds;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** The booklet of a household comes out of what is recorded. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class HandbookStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final County COUNTY = new County("450333");

    @Inject
    Rows rows;

    @Test
    void theBookletShowsWhatIsRecordedAndPrintsInChinese() throws Exception {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        COUNTY.hasVillages(1);
        rows.texts("update helper set name = '黄志强' where id = ? returning id", rounds.helper());
        rows.texts(
                "update unit set name = '隆林县财政局' where id = (select unit_id from helper where id = ?) returning id",
                rounds.helper());
        visits(rounds, household);
        told(household);
        rounds.asHelper()
                .get("/v1/handbooks/" + household)
                .then()
                .statusCode(200)
                .body("card.householder", equalTo("李大山"))
                .body("card.helper.until", equalTo(null))
                .body("history.status", contains("EXITED"))
                .body("visits", hasSize(30))
                .body("visits[-1].needs.text", contains("购买种苗"))
                .body("incomes.find { it.item == 'A50-1' }.amount", equalTo(income()))
                .body("benefits.amount", contains("1500.00", "300.00"));
        byte[] pdf = COUNTY.auditor()
                .accept("application/pdf")
                .get("/v1/handbooks/" + household)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        Files.write(Path.of("target/handbook.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setEndPage(1);
            assertThat(text.getText(document))
                    .contains("精准帮扶手册", "李大山", "因病、缺资金", "第 1 页 共 " + document.getNumberOfPages() + " 页");
            text.setEndPage(document.getNumberOfPages());
            assertThat(text.getText(document)).contains("走访记录", "雨露计划", "资产收益分红", "购买种苗");
        }
        Rounds.of(COUNTY, rows, 1)
                .asHelper()
                .get("/v1/handbooks/" + household)
                .then()
                .statusCode(404);
    }

    /** Of the first of the years in which the thirty days lie. */
    private static String income() {
        LocalDate first = Rounds.today().minusDays(29);
        LocalDate newYear = first.withDayOfYear(1).plusYears(1);
        return Math.min(30, ChronoUnit.DAYS.between(first, newYear)) * 800 + ".00";
    }

    private static void visits(Rounds rounds, UUID household) {
        List<String> changes = new ArrayList<>();
        for (int ago = 29; ago >= 0; ago--) {
            LocalDate day = Rounds.today().minusDays(ago);
            changes.add(rounds.change(UUID.randomUUID(), household, day, "入户了解生产生活情况，核对家庭收入，指导春耕备耕。", """
                    ,"policiesExplained":"雨露计划、小额信贷贴息","risks":["ILLNESS","SCHOOLING"],
                    "incomes":[{"item":"A50-1","amount":"800"},{"item":"A50-2-1-2","amount":"120.50"},
                               {"item":"A51-1","amount":"60"}],
                    "needs":[{"kind":"INDUSTRY","text":"购买种苗"}],
                    "confirmation":{"by":"WITNESS","witness":"黄组长"}"""));
        }
        rounds.sync(changes).statusCode(200).body("results.outcome.unique()", contains("RECORDED"));
    }

    private void told(UUID household) {
        String village = COUNTY.village(1);
        Neighbour.tell(
                "funding.benefit",
                List.of(
                        new Told(household.toString(), "org.jingzhun.funding.benefit-paid", """
                                {"paymentId":"%s","householdId":"%s","villageCode":"%s","benefit":"RAIN_AND_DEW",
                                 "year":2016,"amount":"1500.00","state":"PAID","paidOn":"2016-10-12",
                                 "sourceName":"中央财政专项扶贫资金","revision":1}""".formatted(
                                        UUID.randomUUID(), household, village)),
                        new Told(household.toString(), "org.jingzhun.funding.dividend-paid", """
                                {"dividendId":"%s","householdId":"%s","villageCode":"%s","assetId":"%s","year":2016,
                                 "floor":"100.00","dividend":"200.00","amount":"300.00","paidOn":"2017-01-20",
                                 "revision":1,"somethingNew":1}""".formatted(
                                        UUID.randomUUID(), household, village, UUID.randomUUID()))));
        Neighbour.tell(
                "identification.register",
                List.of(new Told(household.toString(), "household-exited", """
                {"householdId":"%s","villageCode":"%s","hamlet":"上屯","householder":"李大山","persons":4,"labourers":2,
                 "status":"EXITED","attribute":"GENERAL","mainCause":"ILLNESS","otherCauses":["LACK_OF_FUNDS"],
                 "ethnicity":"06","score":51,"year":2015,"registeredOn":"2016-01-15","exitYear":2017,
                 "exitedOn":"2017-12-20","exitStandard":"GX-2017-HOUSEHOLD","documentNumber":"隆政发〔2017〕88号",
                 "revision":2}""".formatted(household, village))));
        await().atMost(SOON)
                .until(
                        () -> rows.texts(
                                "select (select count(*) from observed_benefit where household_id = h.id) || status"
                                        + " from observed_household h where id = ?",
                                household),
                        List.of("2EXITED")::equals);
    }
}
