package org.jingzhun.identification.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jingzhun.identification.scorecard.ShippedScorecards;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jingzhun.identification.scorecard.scoring.Reading;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jingzhun.identification.scorecard.scoring.Scoring;
import org.junit.jupiter.api.Test;

/** Sheets that stream by thousands score as one by one. */
class ScoredSheetsTest {

    private static final int SHEETS = 10_000;
    private static final long VILLAGE = 450481100001L;

    private final ScoreTable table = ShippedScorecards.get("GX-2015").table();

    @Test
    void sheetsInTheStreamScoreAsOneByOne() throws Exception {
        Random random = new Random(7);
        List<AnswerSheet> answered = new ArrayList<>();
        for (int sheet = 0; sheet < SHEETS; sheet++) {
            answered.add(answers(random));
        }
        try (var sheets = new ScoredSheets(new ScoreWriter.Cards(table, table))) {
            for (int sheet = 0; sheet < SHEETS; sheet++) {
                byte[] row = row(sheet, answered.get(sheet), sheet == 0);
                sheets.write(row, 0, row.length);
            }
            byte[] end = {-1, -1};
            sheets.write(end, 0, end.length);

            assertThat(sheets.scores())
                    .containsExactly(answered.stream()
                            .mapToInt(
                                    sheet -> Scoring.score(table.card(), sheet).total())
                            .toArray());
            assertThat(sheets.written()).isEqualTo(new ScoreWriter.Written(SHEETS, 0, List.of()));
            assertThat(sheets.villages()).hasSize(SHEETS).containsOnly(VILLAGE);
            String[] ids = sheets.assessments().replaceAll("[{}]", "").split(",");
            assertThat(ids).hasSize(SHEETS);
            assertThat(ids[SHEETS - 1]).isEqualTo(id(SHEETS - 1).toString().replace("-", ""));
            assertThat(sheets.households())
                    .startsWith("{" + id(1_000_000).toString().replace("-", ""));
        }
    }

    @Test
    void whatTheCardDoesNotAllowIsNamedAndNotScored() throws Exception {
        try (var sheets = new ScoredSheets(new ScoreWriter.Cards(table, table))) {
            byte[] row = row(3, new AnswerSheet("GX-2015", 0, 0), true);
            sheets.write(row, 0, row.length);
            assertThat(sheets.isEmpty()).isTrue();
            assertThat(sheets.written()).isEqualTo(new ScoreWriter.Written(0, 0, List.of(id(3))));
        }
    }

    private AnswerSheet answers(Random random) {
        Map<String, List<String>> answers = new HashMap<>();
        table.card()
                .categories()
                .forEach(category -> answers.put(
                        category.code(),
                        List.of(category.items()
                                .get(random.nextInt(category.items().size()))
                                .code())));
        return ((Reading.Read) table.read("GX-2015", answers)).sheet();
    }

    private static UUID id(long number) {
        return new UUID(0x0190_0000_0000_7abcL + (number << 20), 0x8000_0000_0000_0000L + number);
    }

    private static byte[] row(long number, AnswerSheet sheet, boolean isFirst) {
        ByteBuffer row = ByteBuffer.allocate(200);
        if (isFirst) {
            row.put("PGCOPY\n\377\r\n\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                    .putInt(0)
                    .putInt(0);
        }
        row.putShort((short) 5);
        for (UUID id : List.of(id(number), id(1_000_000 + number))) {
            row.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        row.putInt(8).putLong(VILLAGE);
        row.putInt(8).putLong(sheet.low()).putInt(8).putLong(sheet.high());
        byte[] bytes = new byte[row.position()];
        row.flip().get(bytes);
        return bytes;
    }
}
