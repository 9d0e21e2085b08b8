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
    private static final String TRANSACTIONS = " io.quarkus.narayana.jta";
    private static final String CSV = " de.siegmar.fastcsv";
    private static final String OBSERVED =
            CONCEPT + " io.agroal.api org.apache.kafka.clients.consumer org.eclipse.microprofile.reactive.messaging";
    private static final String WEB = CONCEPT
            + " org.eclipse.microprofile.openapi org.jboss.resteasy.reactive.server io.smallrye.common.annotation"
            + " io.quarkus.security io.vertx.ext.web";
    private static final String JSON = " com.fasterxml.jackson io.quarkus.jackson";

    /** Package, its kind, and beside that the packages of this service it may use. */
    private static final AllowList ALLOWED = AllowList.of("org.jingzhun.funding")
            .line(
                    "allocation",
                    CONCEPT + PANACHE + CSV,
                    ".allocation.formula .codelist .disclosure .ledger .ledger.money .observed.identification .published .query"
                            + " .source")
            .line("allocation.formula", CALCULATION, ".ledger.money")
            .line("allocation.web", WEB, ".allocation .allocation.formula .ledger.money .ledger.web")
            .line("budgetrule", CONCEPT + CSV, ".budgetrule.checking .codelist .ledger.money .query .source")
            .line("budgetrule.checking", CALCULATION, ".ledger.money")
            .line("budgetrule.web", WEB, ".budgetrule .budgetrule.checking .ledger.money .ledger.web")
            .line("codelist", CONCEPT + CSV, "")
            .line("codelist.web", WEB, ".codelist")
            .line(
                    "disclosure",
                    CONCEPT + CSV + JSON + " org.eclipse.microprofile.config",
                    ".codelist .ledger.money .query")
            .line("disclosure.web", WEB + JSON, ".disclosure")
            .line("ledger", CONCEPT + TRANSACTIONS, ".ledger.money .query")
            .line("ledger.money", CALCULATION, "")
            .line("ledger.web", WEB + JSON, ".ledger .ledger.money")
            .line("observed.identification", OBSERVED, ".query")
            .line("observed.identification.web", WEB, ".observed.identification")
            .line("published", PUBLISHED, "")
            .line("query", CONCEPT + " io.agroal.api", "")
            .line("source", CONCEPT + PANACHE, ".codelist .ledger .ledger.money .query")
            .line("source.web", WEB, ".ledger.money .ledger.web .source")
            .line("yearend", CONCEPT + TRANSACTIONS + CSV, ".codelist .ledger .ledger.money .query .yearend.ageing")
            .line("yearend.ageing", CALCULATION, ".ledger.money")
            .line("yearend.web", WEB, ".ledger .ledger.money .yearend .yearend.ageing");

    @TestFactory
    Stream<DynamicTest> packagesKeepToTheirLines() {
        return ALLOWED.tests(Set.of());
    }
}
