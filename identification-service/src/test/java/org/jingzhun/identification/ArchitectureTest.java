package org.jingzhun.identification;

import java.util.Set;
import java.util.stream.Stream;
import org.jingzhun.chassis.testing.AllowList;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may depend on whom: an allow-list with a line for each package. A new edge is a decision. */
class ArchitectureTest {

    private static final String CALCULATION = "java org.jspecify";
    private static final String PUBLISHED = "java org.jspecify com.fasterxml.jackson.annotation";
    private static final String CONCEPT = "java javax.crypto org.jspecify jakarta org.hibernate io.quarkus io.agroal"
            + " io.smallrye com.fasterxml.jackson com.github.f4b6a3 de.siegmar org.jboss.logging"
            + " org.eclipse.microprofile org.jingzhun.chassis";
    private static final String OBSERVED = CONCEPT + " org.apache.kafka";
    private static final String WEB = "java org.jspecify jakarta io.quarkus io.smallrye io.vertx com.github.f4b6a3"
            + " org.eclipse.microprofile org.jboss.resteasy org.jingzhun.chassis .access";

    /** Package, its kind, and beside that the packages of this service it may use. */
    private static final AllowList ALLOWED = AllowList.of("org.jingzhun.identification")
            .line("access", CALCULATION, "")
            .line("adjustment", CONCEPT, ".access .adjustment.sampling .archive.section .division")
            .line("adjustment.sampling", CALCULATION, "")
            .line("adjustment.web", WEB, ".adjustment .adjustment.sampling .division")
            .line("archive", CONCEPT, ".access .archive.manifest .archive.section .codelist .datafile .household")
            .line("archive.manifest", CALCULATION + " org.erdtman.jcs", ".access")
            .line("archive.section", CALCULATION, ".access")
            .line("archive.web", WEB, ".archive .archive.manifest .division")
            .line("assessment", CONCEPT, ".access .archive.section .household .scorecard .scorecard.scoring")
            .line("assessment.web", WEB, ".assessment .division .money .scorecard .scorecard.scoring")
            .line(
                    "campaign",
                    CONCEPT,
                    ".access .archive.section .assessment .campaign.line .division .objection .register .scorecard .scorecard.scoring .veto")
            .line("campaign.line", CALCULATION, ".scorecard.scoring")
            .line(
                    "campaign.web",
                    WEB,
                    ".assessment .assessment.web .campaign .division .objection .objection.web .scorecard.scoring")
            .line(
                    "change",
                    CONCEPT,
                    ".access .archive.section .campaign .division .household .household.identity .published .register .special")
            .line("change.web", WEB, ".change .household .household.web")
            .line("codelist", CONCEPT, ".datafile")
            .line("codelist.web", WEB, ".codelist")
            .line("datafile", CONCEPT, "")
            .line("division", CONCEPT, ".access .published")
            .line("division.web", WEB, ".division .published")
            .line(
                    "exit",
                    CONCEPT,
                    ".access .archive.section .campaign .datafile .division .objection .povertyline .register")
            .line("exit.web", WEB, ".campaign .division .exit .objection .objection.web")
            .line("exitplan", CONCEPT, ".access .campaign .division")
            .line("exitplan.web", WEB, ".division .exitplan")
            .line(
                    "form",
                    CONCEPT,
                    ".assessment .campaign .datafile .form.proposal .household .household.identity .income .observed.funding .scorecard .scorecard.scoring")
            .line("form.proposal", CALCULATION, "")
            .line(
                    "form.web",
                    WEB,
                    ".assessment .campaign .division .form .form.proposal .household .income .income.computing .money .observed.funding .scorecard.scoring")
            .line("household", CONCEPT, ".access .archive.section .datafile .division .household.identity .published")
            .line("household.identity", CALCULATION, "")
            .line("household.web", WEB, ".division .household .household.identity")
            .line(
                    "income",
                    CONCEPT,
                    ".access .archive.section .datafile .household .income.computing .money .observed.pairing .scorecard")
            .line("income.computing", CALCULATION, "")
            .line("income.web", WEB, ".division .income .income.computing .money .scorecard")
            .line("money", CALCULATION, "")
            .line(
                    "monitoring",
                    CONCEPT,
                    ".access .archive.section .campaign .datafile .division .household .household.identity .income .monitoring.judging .objection .observed.pairing .povertyline .published .register .special .transition")
            .line("monitoring.judging", CALCULATION, "")
            .line(
                    "monitoring.web",
                    WEB,
                    ".campaign .division .money .monitoring .monitoring.judging .objection .objection.web")
            .line("objection", CONCEPT, ".archive.section")
            .line("objection.web", WEB, ".division .objection")
            .line("observed.funding", OBSERVED, ".archive.section")
            .line("observed.pairing", OBSERVED, ".archive.section")
            .line("povertyline", CONCEPT, ".datafile")
            .line("povertyline.web", WEB, ".division .povertyline")
            .line("published", PUBLISHED, "")
            .line(
                    "register",
                    CONCEPT,
                    ".access .archive.section .division .household .household.identity .published .scorecard.scoring")
            .line("register.web", WEB, ".division .household .observed.funding .observed.pairing .register")
            .line("scorecard", CONCEPT, ".access .datafile .scorecard.scoring")
            .line("scorecard.scoring", CALCULATION, "")
            .line("scorecard.web", WEB, ".scorecard .scorecard.scoring")
            .line("scoring", CONCEPT, ".campaign .division .scorecard .scorecard.scoring org.postgresql")
            .line("scoring.web", WEB, ".campaign .scoring")
            .line(
                    "screening",
                    CONCEPT,
                    ".access .archive.section .campaign .household .household.identity .screening.coverage .veto")
            .line("screening.coverage", CALCULATION, "")
            .line("screening.web", WEB, ".division .screening .screening.coverage .veto")
            .line(
                    "simulation",
                    CONCEPT,
                    ".assessment .division .scorecard .scorecard.scoring .simulation.whatif org.postgresql")
            .line("simulation.web", WEB, ".division .simulation com.fasterxml.jackson.annotation")
            .line("simulation.whatif", CALCULATION, ".campaign.line .scorecard.scoring")
            .line(
                    "special",
                    CONCEPT,
                    ".access .archive.section .campaign .datafile .division .household .household.identity .special.derivation .special.facts .statistics")
            .line("special.derivation", CALCULATION, ".household .household.identity .special.facts")
            .line("special.facts", CALCULATION, ".household.identity")
            .line(
                    "special.web",
                    WEB,
                    ".division .household .household.identity .special .special.derivation .special.facts .statistics .statistics.web")
            .line(
                    "statistics",
                    CONCEPT,
                    ".assessment .datafile .division .scorecard .scorecard.scoring .statistics.multidimensional")
            .line("statistics.multidimensional", CALCULATION, "")
            .line("statistics.web", WEB, ".division .statistics .statistics.multidimensional")
            .line("transition", CONCEPT, ".archive.section .campaign .division .register")
            .line("transition.web", WEB, ".campaign .division .transition")
            .line("veto", CONCEPT, ".datafile")
            .line("veto.web", WEB, ".division .veto");

    @TestFactory
    Stream<DynamicTest> packagesKeepToTheirLines() {
        return ALLOWED.tests(Set.of(".access"));
    }
}
