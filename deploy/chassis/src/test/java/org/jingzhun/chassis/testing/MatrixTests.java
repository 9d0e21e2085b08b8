package org.jingzhun.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.arjuna.ats.arjuna.coordinator.TransactionReaper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The tests that a service has of its permission matrix: implement this in a {@code @QuarkusTest}. What cannot be tried is
 * listed with its reason in {@code src/test/resources/untried.csv}, and so is a table that is under no area.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public interface MatrixTests {

    /** Name of the service's database. */
    String database();

    /** Twelve digits, a village in whose county the things are; nothing else uses that or the last county of its ten. */
    String village();

    /** One thing of each kind in the county. */
    Things oneOfEach();

    private World world() {
        return World.of(database(), village(), this::oneOfEach);
    }

    private Matrix withoutThings() {
        return Matrix.of(Endpoints.with(Things.in(village())));
    }

    @Test
    @Order(1)
    default void everyEndpointIsInTheMatrix() {
        assertThat(withoutThings().unlisted()).isEmpty();
    }

    @Test
    @Order(2)
    default void strangersAreRefused() {
        assertThat(withoutThings().openToStrangers()).isEmpty();
        noTransactionIsLeftOpen();
    }

    /** A refusal in the middle of one could leave it to be ended after minutes, with whatever it holds until then. */
    private static void noTransactionIsLeftOpen() {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        TransactionReaper.transactionReaper().numberOfTransactions())
                .isZero());
    }

    @Test
    @Order(3)
    default void otherRolesAreRefusedWhereverTheyAre() {
        assertThat(withoutThings().openToOtherRoles()).isEmpty();
    }

    @Test
    @Order(3)
    default void whoeverMayChangeSomethingIsLetIn() {
        assertThat(withoutThings().shutToTheirRoles()).isEmpty();
    }

    @Test
    @Order(4)
    default void eachRoleReadsWhatLiesInItsAreaAndNothingElse() {
        assertThat(world().matrix().misread()).isEmpty();
    }

    @Test
    @Order(4)
    default void whatBelongsToAThingOfTheCountyIsStreamedToNobodyElse() {
        assertThat(world().matrix().streamedAway()).isEmpty();
    }

    @Test
    @Order(4)
    default void whoHasNoAreaSeesNothing() {
        assertThat(world().matrix().seenFromNowhere()).isEmpty();
    }

    @Test
    @Order(4)
    default void whatIsSensitiveIsReadForAPurposeOnly() {
        assertThat(world().purposes().unasked()).isEmpty();
    }

    /** In every form, by every role: neither numbers of persons that were sent, nor any other that looks like one. */
    @Test
    @Order(4)
    default void withoutAPurposeNobodySeesWholeNumbersOrHealth() throws IOException {
        assertThat(Untried.unexplained("no-purpose", world().purposes().shownForNone()))
                .isEmpty();
    }

    /** Lists, counts, searches, exports, statistics and streams: whether the county holds something makes no difference. */
    @Test
    @Order(5)
    default void toAForeignAreaTheCountyMightAsWellBeEmpty() {
        Map<String, String> empty = world().foreignViewBefore();
        Map<String, String> full = world().outside().foreignView();
        assertThat(full).hasSameSizeAs(empty);
        full.entrySet().removeAll(empty.entrySet());
        assertThat(full).isEmpty();
    }

    @Test
    @Order(6)
    default void theCountyItselfSeesItsOwnWhereAForeignAreaSeesNothing() throws IOException {
        assertThat(Untried.unexplained("sees-own", world().matrix().blind())).isEmpty();
    }

    @Test
    @Order(7)
    default void whatHasAnIdIsTriedWithARealOne() throws IOException {
        assertThat(Untried.unexplained("real-thing", world().matrix().unreal())).isEmpty();
    }

    @Test
    @Order(7)
    default void everyListOfTheCountyIsATableWhereTheContractPromisesOne() {
        assertThat(world().matrix().untabled()).isEmpty();
    }

    @Test
    @Order(8)
    default void nothingInTheCountyIsChangedFromOutside() throws SQLException {
        Secured tables = Secured.of(database(), world().things());
        Map<String, String> before = tables.print();
        assertThat(world().outside().changedFromOutside()).isEmpty();
        assertThat(world().outside().repeatedFromOutside(world().footprints().sent()))
                .isEmpty();
        rest(tables);
        assertThat(tables.print()).containsExactlyInAnyOrderEntriesOf(before);
    }

    private static void rest(Secured tables) {
        await().atMost(Duration.ofMinutes(2)).until(tables::areAtRest);
    }

    @Test
    @Order(9)
    default void everyTableWithARowOfTheCountyHidesItFromOthers() throws SQLException, IOException {
        Secured tables = Secured.of(database(), Things.in(village()));
        rest(tables);
        assertThat(Untried.unexplained("open-table", tables.open())).isEmpty();
        assertThat(Untried.unexplained("dark-table", tables.dark())).isEmpty();
        assertThat(Untried.unexplained("open-view", tables.openViews())).isEmpty();
    }

    /** Changes of the county itself come last: they use the things up. */
    @Test
    @Order(10)
    default void everyChangeAndEveryReadingOfPersonalDataIsRecorded() throws SQLException, IOException {
        Map<String, String> calls = world().audited().calls(world().footprints().traces());
        Trail trail = new Trail(database());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(trail.unrecorded(calls)).isEmpty());
        Set<String> unreached = world().audited().unreached(new TreeSet<>(calls.values()));
        assertThat(Untried.unexplained("audited", unreached)).isEmpty();
    }

    @Test
    @Order(11)
    default void anAuditorSeesTheRecordsOfItsAreaAlone() throws IOException {
        assertThat(Trail.misshown(world().things())).isEmpty();
    }
}
