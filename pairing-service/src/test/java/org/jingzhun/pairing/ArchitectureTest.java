package org.jingzhun.pairing;

import java.util.Set;
import java.util.stream.Stream;
import org.jingzhun.chassis.testing.AllowList;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may depend on whom: an allow-list with a line for each package. A new edge is a decision. */
class ArchitectureTest {

    private static final String CALCULATION = "java org.jspecify";
    private static final String SOLVER = " com.google.ortools";
    private static final String PUBLISHED = "java org.jspecify com.fasterxml.jackson.annotation";
    private static final String CONCEPT = "java org.jspecify jakarta io.quarkus io.agroal com.github.f4b6a3"
            + " de.siegmar org.eclipse.microprofile.openapi io.smallrye.common.annotation org.jingzhun.chassis";
    private static final String WEB = "java org.jspecify jakarta io.quarkus io.vertx org.eclipse.microprofile.openapi"
            + " org.jboss.resteasy io.smallrye.common.annotation org.jingzhun.chassis .access";
    private static final String OBSERVED = "java org.jspecify jakarta io.agroal org.apache.kafka.clients.consumer"
            + " org.eclipse.microprofile.reactive.messaging org.jingzhun.chassis";

    /** Package, its kind, and beside that the packages of this service it may use. */
    private static final AllowList ALLOWED = AllowList.of("org.jingzhun.pairing")
            .line("access", CALCULATION + " org.jingzhun.chassis.caller org.jingzhun.chassis.bulk", "")
            .line("access.web", WEB, "")
            .line("announcing", CONCEPT, ".published")
            .line("briefing", CONCEPT, ".access")
            .line("briefing.web", WEB, ".briefing")
            .line("cause", CALCULATION, "")
            .line(
                    "codelist",
                    CONCEPT,
                    ".cause .enterpriseproject .handbook .helper .link .pairing .planning .social .visit")
            .line("codelist.web", WEB, ".codelist")
            .line("duty", CONCEPT, ".access .policy .signing")
            .line("duty.web", WEB, ".duty")
            .line("enterpriseproject", CONCEPT, ".access .announcing .published .signing")
            .line("enterpriseproject.web", WEB, ".enterpriseproject")
            .line(
                    "evaluation",
                    CONCEPT,
                    ".access .announcing .duty .evaluation.scoring .policy .published .responsibility .signing")
            .line("evaluation.scoring", CALCULATION, "")
            .line("evaluation.web", WEB, ".evaluation .evaluation.scoring")
            .line("hamlet", CONCEPT, ".access")
            .line("hamlet.web", WEB, ".hamlet")
            .line("handbook", CONCEPT, ".cause .observed.identification .visit")
            .line("handbook.web", WEB, ".handbook .observed.identification .visit")
            .line("helper", CONCEPT + " org.hibernate.annotations", ".access .cause .policy")
            .line("helper.web", WEB, ".cause .helper .policy")
            .line("helpplan", CONCEPT, ".access .announcing .cause .handbook .published .signing")
            .line("helpplan.web", WEB, ".helpplan")
            .line("inspection", CONCEPT, ".access .inspection.draw .policy .problem .signing")
            .line("inspection.draw", CALCULATION, "")
            .line("inspection.web", WEB, ".inspection")
            .line("link", CONCEPT, ".access .announcing .helper .observed.identification .policy .published")
            .line("link.web", WEB, ".link")
            .line("observed.funding", OBSERVED, "")
            .line("observed.identification", OBSERVED + " com.fasterxml.jackson", "")
            .line("pairing", CONCEPT, ".access .helper .observed.identification .policy .published")
            .line("pairing.matching", CALCULATION + SOLVER, ".cause")
            .line("pairing.web", WEB, ".helper .pairing")
            .line("photo", CONCEPT + " javax.imageio", ".policy")
            .line("photo.web", WEB, ".photo .policy .visit")
            .line("planning", CONCEPT, ".access .cause .helper .pairing .pairing.matching .policy .published")
            .line("planning.web", WEB, ".pairing.matching .planning")
            .line("policy", CONCEPT, "")
            .line("policy.web", WEB, ".policy")
            .line("problem", CONCEPT, ".access .announcing .policy .published .signing")
            .line("problem.web", WEB, ".problem")
            .line("published", PUBLISHED, "")
            .line("redblack", CONCEPT, ".access .announcing .policy .published .signing")
            .line("redblack.web", WEB, ".redblack")
            .line("responsibility", CONCEPT, ".access .announcing .published .responsibility.schedule .signing")
            .line("responsibility.schedule", CALCULATION, "")
            .line("responsibility.web", WEB, ".responsibility")
            .line("signing", CONCEPT, "")
            .line("social", CONCEPT, ".access .announcing .policy .published .signing .social.matching")
            .line("social.matching", CALCULATION + SOLVER, "")
            .line("social.web", WEB, ".social")
            .line("sync", CONCEPT, ".observed.identification .photo .policy .visit")
            .line("sync.web", WEB, ".observed.identification .sync .visit .visit.web")
            .line("visit", CONCEPT + " com.fasterxml.jackson", ".published")
            .line("visit.web", WEB, ".policy .visit");

    @TestFactory
    Stream<DynamicTest> packagesKeepToTheirLines() {
        return ALLOWED.tests(Set.of(".access"));
    }
}
