package org.jingzhun.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jingzhun.identification.scorecard.ShippedScorecards;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A county of a million assessed households with its campaign, in identification's database with all keys and triggers. */
final class CampaignOfAMillion {

    static final int HOUSEHOLDS = Integer.getInteger("households", 1_000_000);
    static final String COUNTY = "450101";
    static final UUID CAMPAIGN = UUID.fromString("01930000-0000-7000-8000-000000000002");
    private static final long CODE = 450_101_000_000L;
    private static final int HOUSEHOLDS_OF_A_VILLAGE = 300;
    private static final int VILLAGES_OF_A_TOWNSHIP = 20;
    private static final int SHEETS = 10_000;
    private static final int ROWS_AT_ONCE = 2_000;
    private static final int SIZE = 8;

    private CampaignOfAMillion() {}

    /** Writes one row. */
    @FunctionalInterface
    private interface RowWriter {

        void write(long row, StringBuilder text);
    }

    /** @param database as its owner, with the schema of the service */
    static void make(Connection database) throws SQLException, IOException {
        try (var statement = database.createStatement()) {
            int townships = (HOUSEHOLDS - 1) / HOUSEHOLDS_OF_A_VILLAGE / VILLAGES_OF_A_TOWNSHIP + 1;
            statement.execute("insert into division (code, name, level, parent, valid_from) values"
                    + " (450000000000, '广西', 'PROVINCE', null, '2010-01-01'),"
                    + " (450100000000, '市', 'CITY', 450000000000, '2010-01-01'),"
                    + " (%d, '县', 'COUNTY', 450100000000, '2010-01-01')".formatted(CODE));
            statement.execute(
                    "insert into division (code, name, level, parent, valid_from) select %d + t * 1000, '乡', 'TOWNSHIP', %d, '2010-01-01' from generate_series(100, %d) t"
                            .formatted(CODE, CODE, 99 + townships));
            statement.execute(
                    "insert into division (code, name, level, parent, valid_from) select t + v, '村', 'VILLAGE', t, '2010-01-01' from (select code as t from division where level = 'TOWNSHIP') t, generate_series(1, %d) v"
                            .formatted(VILLAGES_OF_A_TOWNSHIP));
            statement.execute("insert into campaign_scorecard (campaign_id, scorecard) values ('%s', 'GX-2015')"
                    .formatted(CAMPAIGN));
        }
        copy(
                database,
                "copy household (id, village_code, hamlet, address, householder, persons, labourers) from stdin",
                (row, text) -> text.append(id(1, row))
                        .append('\t')
                        .append(village(row))
                        .append("\t屯\t址\t户\t")
                        .append(1 + row % SIZE)
                        .append("\t0\n"));
        AnswerSheet[] sheets = sheets();
        ScoreTable table = ShippedScorecards.get("GX-2015").table();
        copy(
                database,
                "copy assessment (id, household_id, village_code, campaign_id, round, scorecard, answers_low,"
                        + " answers_high, score, visited_on, assessors, signed_by, main_cause) from stdin",
                (row, text) -> {
                    AnswerSheet sheet = sheets[(int) ((row * 2_654_435_761L & 0xffffffffL) % SHEETS)];
                    text.append(id(2, row)).append('\t').append(id(1, row)).append('\t');
                    text.append(village(row)).append('\t').append(CAMPAIGN).append("\tFIRST_VISIT\tGX-2015\t");
                    text.append(sheet.low()).append('\t').append(sheet.high()).append('\t');
                    text.append(table.score(sheet.low(), sheet.high())).append("\t2015-12-01\t{甲,乙}\t户\tILLNESS\n");
                });
        try (var statement = database.createStatement()) {
            statement.execute("vacuum analyze household, assessment, score, division");
        }
    }

    private static AnswerSheet[] sheets() {
        ScoreTable table = ShippedScorecards.get("GX-2015").table();
        var random = new SplittableRandom(42);
        AnswerSheet[] sheets = new AnswerSheet[SHEETS];
        for (int sheet = 0; sheet < SHEETS; sheet++) {
            sheets[sheet] = ScoringBench.sheet(table, random);
        }
        return sheets;
    }

    private static void copy(Connection database, String copy, RowWriter writer) throws SQLException {
        CopyIn in = database.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        var text = new StringBuilder();
        for (long row = 0; row < HOUSEHOLDS; row++) {
            writer.write(row, text);
            if ((row + 1) % ROWS_AT_ONCE == 0 || row + 1 == HOUSEHOLDS) {
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                in.writeToCopy(bytes, 0, bytes.length);
                text.setLength(0);
            }
        }
        Stopwatch.sink = in.endCopy();
    }

    private static UUID id(long kind, long row) {
        return new UUID(0x0190_0000_0000_7000L + (row << 16), 0x8000_0000_0000_0000L + (kind << 32) + row);
    }

    private static long village(long row) {
        long village = row / HOUSEHOLDS_OF_A_VILLAGE;
        return CODE + (100 + village / VILLAGES_OF_A_TOWNSHIP) * 1000 + 1 + village % VILLAGES_OF_A_TOWNSHIP;
    }
}
