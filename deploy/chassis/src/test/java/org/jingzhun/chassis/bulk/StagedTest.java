package org.jingzhun.chassis.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of the program on their way into a table. */
@QuarkusTest
class StagedTest {

    private record Parcel(
            UUID id,
            @Nullable Long village,
            @Nullable String label,
            @Nullable Boolean fragile) {}

    private static final Staged<Parcel> PARCELS = new Staged<Parcel>("parcel")
            .uuid("id", Parcel::id)
            .bigint("village_code", Parcel::village)
            .text("label", Parcel::label)
            .bool("fragile", Parcel::fragile);

    @Inject
    AgroalDataSource database;

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return CallerScope.call(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().call(() -> {
                    try (Connection connection = database.getConnection()) {
                        return work.with(connection);
                    }
                }));
    }

    /** What a table has after the rows were inserted into it. */
    private List<Parcel> inserted(List<Parcel> parcels) {
        return inTransaction(connection -> {
            assertThat(insert(connection, PARCELS, parcels)).isEqualTo(parcels.size());
            return rowsOf(connection, "taken");
        });
    }

    private static <E> int insert(Connection connection, Staged<E> staged, List<E> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table taken on commit drop as select %s from parcel with no data"
                    .formatted(staged.columns()));
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into taken select * from " + staged.name())) {
            return staged.insert(connection, rows, insert);
        }
    }

    private static List<Parcel> rowsOf(Connection connection, String table) throws SQLException {
        List<Parcel> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            while (row.next()) {
                found.add(new Parcel(
                        row.getObject("id", UUID.class),
                        row.getObject("village_code", Long.class),
                        row.getString("label"),
                        row.getObject("fragile", Boolean.class)));
            }
        }
        return found;
    }

    @Test
    void whatIsWrittenIsWhatWasGiven_whateverItHolds() {
        List<Parcel> parcels = List.of(
                new Parcel(UUID.randomUUID(), 451081100001L, "隆林 \t \\N \\ \" ' \n \r 屯 \uD83C\uDF3E", true),
                new Parcel(UUID.randomUUID(), null, "", false),
                new Parcel(UUID.randomUUID(), -1L, null, null));
        assertThat(inserted(parcels)).isEqualTo(parcels);
    }

    @Test
    void manyRowsGoInSeveralPieces_andTheTableIsGoneWithItsTransaction() {
        List<Parcel> parcels = IntStream.range(0, 50_000)
                .mapToObj(i -> new Parcel(UUID.randomUUID(), 451081100001L + i % 7, "parcel " + i, i % 2 == 0))
                .toList();
        for (int time = 0; time < 2; time++) {
            assertThat(inserted(parcels)).isEqualTo(parcels);
        }
        assertThatThrownBy(() -> inTransaction(connection -> rowsOf(connection, PARCELS.name())))
                .hasMessageContaining(PARCELS.name());
    }

    @Test
    void whatFailsHalfwayLeavesTheConnectionFree() {
        Staged<Integer> failing = new Staged<Integer>("parcel").integer("weight", weight -> 1 / weight);
        assertThatThrownBy(() -> inTransaction(connection -> {
                    insert(connection, failing, List.of(1, 0));
                    return true;
                }))
                .isInstanceOf(ArithmeticException.class);
        assertThat(inserted(List.of())).isEmpty();
    }
}
