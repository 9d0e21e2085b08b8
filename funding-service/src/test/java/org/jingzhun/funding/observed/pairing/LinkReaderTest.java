package org.jingzhun.funding.observed.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.funding.testing.Soon.soon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Neighbour;
import org.jingzhun.funding.testing.Neighbour.Told;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class LinkReaderTest {

    private static final Path EVENTS = Path.of("../pairing-service/contract/events");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COUNTY = "450773";
    private static final long VILLAGE = 450_773_900_201L;
    private static final LocalDate ANY = LocalDate.of(2016, 7, 1);

    @Inject
    FirstSecretaries secretaries;

    @Inject
    Database database;

    /** The examples of pairing are read as they are, with fields to come, late, and twice. */
    @Test
    void firstSecretariesAreKeptAndOtherLinksAreNot() throws IOException {
        UUID link = UUID.randomUUID();
        UUID firm = UUID.randomUUID();
        UUID last = UUID.randomUUID();
        Told made = told("link-made", link, "FIRST_SECRETARY", false);
        tell(made, told("link-ended", firm, "ENTERPRISE_VILLAGE", false));
        soon().until(() -> onDuty(LocalDate.of(2019, 3, 12)), Map.of(VILLAGE, 1L)::equals);
        assertThat(onDuty(LocalDate.of(2015, 10, 10))).containsEntry(VILLAGE, 1L);
        assertThat(onDuty(LocalDate.of(2015, 10, 9))).isEmpty();

        Told handedOver = told("link-handed-over", link, "FIRST_SECRETARY", true);
        tell(handedOver, told("link-renewed", link, "FIRST_SECRETARY", true), made, handedOver);
        tell(told("link-made", last, "FIRST_SECRETARY", true));
        soon().until(() -> onDuty(ANY), Map.of(VILLAGE, 2L)::equals);
        soon().until(() -> onDuty(LocalDate.of(2019, 3, 12)), Map.of(VILLAGE, 1L)::equals);
        assertThat(onDuty(LocalDate.of(2019, 3, 11))).containsEntry(VILLAGE, 2L);
        assertThat(within(
                        COUNTY,
                        () -> database.list(
                                "select link_id from observed_first_secretary", row -> row.getObject(1, UUID.class))))
                .containsExactlyInAnyOrder(link, last);
        assertThat(within("450774", () -> secretaries.count(Area.EVERYWHERE, 1, ANY)))
                .as("the area's rule")
                .isEmpty();
    }

    @Test
    void aYearIsCountedByTodayOrItsNearestDay() {
        assertThat(FirstSecretaries.dayOf(2016, ANY)).isEqualTo(ANY);
        assertThat(FirstSecretaries.dayOf(2015, ANY)).isEqualTo("2015-12-31");
        assertThat(FirstSecretaries.dayOf(2017, ANY)).isEqualTo("2017-01-01");
    }

    private Map<Long, Long> onDuty(LocalDate day) {
        return within(COUNTY, () -> secretaries.count(Area.ofPrefix(COUNTY), 1, day));
    }

    private static <T> T within(String area, Callable<T> query) {
        return CallerScope.call(
                new Caller("t", "t", Set.of(), Area.ofPrefix(area), null),
                () -> QuarkusTransaction.requiringNew().call(query));
    }

    private static void tell(Told... events) {
        Neighbour.tell("pairing.link", List.of(events));
    }

    private static Told told(String event, UUID link, String kind, boolean extended) throws IOException {
        var example = (ObjectNode) JSON.readTree(Files.readString(EVENTS.resolve(event + ".example.json")));
        example.put("linkId", link.toString()).put("kind", kind).put("division", String.valueOf(VILLAGE));
        if (extended) {
            example.put("somethingNew", "x");
        }
        return new Told(link.toString(), "org.jingzhun.pairing." + event, example.toString());
    }
}
