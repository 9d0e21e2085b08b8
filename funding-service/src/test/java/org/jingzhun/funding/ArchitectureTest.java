package org.jingzhun.funding;

import java.util.Set;
import java.util.stream.Stream;
import org.jingzhun.chassis.testing.AllowList;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may depend on whom: an allow-list with a line for each package. A new edge is a decision. */
class ArchitectureTest {

    private static final String CALCULATION = "java org.jspecify";
    private static final String PUBLISHED = CALCULATION + " com.fasterxml.jackson.annotation";
    private static final String CONCEPT = CALCULATION + " jakarta com.github.f4b6a3.uuid org.jingzhun.chassis";
    private static final String PANACHE = " io.quarkus.hibernate.orm.panache io.quarkus.panache";
    private static final String STARTUP = " io.quarkus.runtime io.quarkus.narayana.jta";
    private static final String CSV = " de.siegmar.fastcsv";
    private static final String OBSERVED =
            CONCEPT + " io.agroal.api org.apache.kafka.clients.consumer org.eclipse.microprofile.reactive.messaging";
    private static final String WEB = CONCEPT
            + " org.eclipse.microprofile.openapi org.jboss.resteasy.reactive.server io.smallrye.common.annotation"
            + " io.quarkus.security io.vertx.ext.web";
    private static final String JSON = " com.fasterxml.jackson io.quarkus.jackson";
    private static final String TRANSACTIONS = " io.quarkus.narayana.jta";
    private static final String SCHEDULED = " io.quarkus.scheduler io.smallrye.common.annotation";
    private static final String SOLVER = " com.google.ortools";

    /** Package, its kind, and beside that the packages of this service it may use. */
    private static final AllowList ALLOWED = AllowList.of("org.jingzhun.funding")
            .line("alert", CONCEPT + CSV + SCHEDULED, "")
            .line("alert.web", WEB, ".alert")
            .line(
                    "allocation",
                    CONCEPT + PANACHE + CSV,
                    ".allocation.formula .allocation.selection .allocation.standard .codelist .disclosure .ledger .ledger.money .observed.identification .observed.pairing .performance .published .source")
            .line("allocation.formula", CALCULATION, ".ledger.money")
            .line("allocation.selection", CALCULATION + SOLVER, ".ledger.money")
            .line("allocation.standard", CALCULATION, ".ledger.money")
            .line(
                    "allocation.web",
                    WEB,
                    ".allocation .allocation.formula .allocation.selection .ledger.money .ledger.web")
            .line(
                    "asset",
                    CONCEPT + CSV + " io.quarkus.narayana io.quarkus.runtime",
                    ".asset.share .codelist .disbursement .disclosure .ledger .ledger.money .observed.identification .published .source")
            .line("asset.share", CALCULATION, ".ledger.money")
            .line("asset.web", WEB, ".asset .asset.share .ledger.money .ledger.web")
            .line("benefit", CONCEPT + CSV + STARTUP, ".codelist .ledger.money")
            .line("benefit.web", WEB, ".benefit .ledger.money .ledger.web")
            .line("budgetrule", CONCEPT + CSV, ".budgetrule.checking .codelist .ledger.money .source")
            .line("budgetrule.checking", CALCULATION, ".ledger.money")
            .line("budgetrule.web", WEB, ".budgetrule .budgetrule.checking .ledger.money .ledger.web")
            .line("catalogue", CONCEPT + CSV + STARTUP, ".codelist")
            .line("catalogue.web", WEB, ".catalogue")
            .line("claim", CONCEPT + PANACHE, ".ledger.money")
            .line("claim.web", WEB, ".claim")
            .line("codelist", CONCEPT + CSV, "")
            .line("codelist.web", WEB, ".codelist")
            .line(
                    "disbursement",
                    CONCEPT + PANACHE,
                    ".benefit .catalogue .codelist .disclosure .ledger .ledger.money .project .published")
            .line("disbursement.web", WEB, ".disbursement .ledger .ledger.money .ledger.web .observed.pairing")
            .line(
                    "disclosure",
                    CONCEPT + CSV + JSON + SCHEDULED + " org.eclipse.microprofile.config",
                    ".codelist .ledger.money")
            .line("disclosure.web", WEB + JSON, ".disclosure")
            .line("donation", CONCEPT, ".disclosure .fund .ledger .ledger.money .source")
            .line("donation.web", WEB, ".donation .ledger .ledger.money .ledger.web")
            .line(
                    "fund",
                    CONCEPT + CSV + " io.quarkus.narayana io.quarkus.runtime",
                    ".codelist .disbursement .disclosure .fund.rule .ledger .ledger.money .observed.identification .source")
            .line("fund.rule", CALCULATION, ".ledger.money")
            .line("fund.web", WEB, ".fund .fund.rule .ledger.money .ledger.web")
            .line("ledger", CONCEPT + TRANSACTIONS, ".ledger.money")
            .line("ledger.money", CALCULATION, "")
            .line("ledger.web", WEB + JSON, ".ledger .ledger.money")
            .line(
                    "loan",
                    CONCEPT + PANACHE + CSV,
                    ".claim .codelist .disbursement .disclosure .ledger .ledger.money .loan.rating .loan.schedule .observed.identification .riskpool .source")
            .line("loan.rating", CALCULATION, ".ledger.money")
            .line("loan.schedule", CALCULATION, ".ledger.money")
            .line(
                    "loan.web",
                    WEB,
                    ".claim .claim.web .ledger.money .ledger.web .loan .loan.rating .loan.schedule .riskpool.rule")
            .line("moneytrail", CONCEPT, ".allocation .ledger .ledger.money .observed.pairing")
            .line("moneytrail.web", WEB, ".ledger .ledger.money .moneytrail")
            .line("observed.identification", OBSERVED, "")
            .line("observed.identification.web", WEB, ".observed.identification")
            .line("observed.pairing", OBSERVED, "")
            .line("performance", CONCEPT + PANACHE + CSV, ".codelist .performance.grading")
            .line("performance.grading", CALCULATION, "")
            .line("performance.web", WEB, ".performance .performance.grading")
            .line(
                    "project",
                    CONCEPT + PANACHE + CSV,
                    ".catalogue .codelist .disclosure .ledger .ledger.money .published")
            .line("project.web", WEB, ".ledger.money .ledger.web .project")
            .line("published", PUBLISHED, "")
            .line(
                    "riskpool",
                    CONCEPT + PANACHE + CSV,
                    ".claim .codelist .fund .ledger .ledger.money .riskpool.rule .source")
            .line("riskpool.rule", CALCULATION, ".ledger.money")
            .line("riskpool.web", WEB, ".claim .claim.web .ledger.money .ledger.web .riskpool .riskpool.rule")
            .line("source", CONCEPT + PANACHE, ".codelist .disclosure .ledger .ledger.money")
            .line("source.web", WEB, ".ledger.money .ledger.web .source")
            .line("yearend", CONCEPT + TRANSACTIONS + CSV, ".codelist .ledger .ledger.money .source .yearend.ageing")
            .line("yearend.ageing", CALCULATION, ".ledger.money")
            .line("yearend.web", WEB, ".ledger .ledger.money .yearend .yearend.ageing");

    @TestFactory
    Stream<DynamicTest> packagesKeepToTheirLines() {
        return ALLOWED.tests(Set.of());
    }
}
