package org.jingzhun.identification.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jingzhun.identification.simulation.whatif.Boundary;
import org.jingzhun.identification.simulation.whatif.Tally;

/** Goes through the scored households once more, with both lines: counts by village and keeps who moves. */
final class SecondPass {

    private static final int MOVERS_AT_ONCE = 10_000;
    private static final String KEEP_MOVERS = """
            insert into simulation_mover (simulation_id, household_id, village_code, persons, baseline_score, score,
                                          moves_in)
            select ?, * from unnest(?::uuid[], ?::bigint[], ?::integer[], ?::integer[], ?::integer[], ?::boolean[])
            """;
    private static final String KEEP_VILLAGE = """
            insert into simulation_village (simulation_id, village_code, households, persons, baseline_households,
              baseline_persons, in_households, in_persons, out_households, out_persons)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final UUID simulation;
    private final Boundary baseline;
    private final Boundary simulated;
    private final Connection connection;
    private final Tally all = new Tally();
    private final Map<Long, Tally> villages = new TreeMap<>();

    private final UUID[] ids = new UUID[MOVERS_AT_ONCE];
    private final Long[] codes = new Long[MOVERS_AT_ONCE];
    private final Integer[] persons = new Integer[MOVERS_AT_ONCE];
    private final Integer[] before = new Integer[MOVERS_AT_ONCE];
    private final Integer[] after = new Integer[MOVERS_AT_ONCE];
    private final Boolean[] movesIn = new Boolean[MOVERS_AT_ONCE];
    private int movers;

    SecondPass(UUID simulation, Boundary baseline, Boundary simulated, Connection connection) {
        this.simulation = simulation;
        this.baseline = baseline;
        this.simulated = simulated;
        this.connection = connection;
    }

    void read(Spill rows) throws IOException {
        rows.forEach(this::take);
    }

    private void take(long idHigh, long idLow, long village, int size, int scoreBefore, int scoreAfter) {
        boolean wasPoor = baseline.isWithin(scoreBefore);
        boolean isPoor = simulated.isWithin(scoreAfter);
        all.add(size, wasPoor, isPoor);
        Tally.Move move = villages.computeIfAbsent(village, none -> new Tally()).add(size, wasPoor, isPoor);
        if (move == Tally.Move.NONE) {
            return;
        }
        if (movers == MOVERS_AT_ONCE) {
            keepMovers();
        }
        ids[movers] = new UUID(idHigh, idLow);
        codes[movers] = village;
        persons[movers] = size;
        before[movers] = scoreBefore;
        after[movers] = scoreAfter;
        movesIn[movers] = move == Tally.Move.IN;
        movers++;
    }

    /** Keeps what is still in memory. */
    void finish() throws SQLException {
        keepMovers();
        try (PreparedStatement insert = connection.prepareStatement(KEEP_VILLAGE)) {
            for (Map.Entry<Long, Tally> village : villages.entrySet()) {
                Tally tally = village.getValue();
                insert.setObject(1, simulation);
                insert.setLong(2, village.getKey());
                insert.setInt(3, tally.all().households());
                insert.setLong(4, tally.all().persons());
                insert.setInt(5, tally.baseline().households());
                insert.setLong(6, tally.baseline().persons());
                insert.setInt(7, tally.in().households());
                insert.setLong(8, tally.in().persons());
                insert.setInt(9, tally.out().households());
                insert.setLong(10, tally.out().persons());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void keepMovers() {
        if (movers == 0) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP_MOVERS)) {
            insert.setObject(1, simulation);
            insert.setArray(2, connection.createArrayOf("uuid", firstOf(ids)));
            insert.setArray(3, connection.createArrayOf("bigint", firstOf(codes)));
            insert.setArray(4, connection.createArrayOf("integer", firstOf(persons)));
            insert.setArray(5, connection.createArrayOf("integer", firstOf(before)));
            insert.setArray(6, connection.createArrayOf("integer", firstOf(after)));
            insert.setArray(7, connection.createArrayOf("boolean", firstOf(movesIn)));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException("movers could not be kept", failure));
        }
        movers = 0;
    }

    private <T> T[] firstOf(T[] values) {
        return java.util.Arrays.copyOf(values, movers);
    }

    Tally all() {
        return all;
    }

    int villages() {
        return villages.size();
    }
}
