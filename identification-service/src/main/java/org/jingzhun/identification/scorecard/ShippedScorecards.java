package org.jingzhun.identification.scorecard;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.datafile.DataFile;
import org.jingzhun.identification.scorecard.scoring.CardCheck;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jingzhun.identification.scorecard.scoring.DraftCategory;
import org.jingzhun.identification.scorecard.scoring.Item;
import org.jingzhun.identification.scorecard.scoring.Mode;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;

/** The scorecards that ship with the service, as the data files under {@code scorecards} say. */
public final class ShippedScorecards {

    private ShippedScorecards() {}

    public static List<PublishedScorecard> list() {
        List<PublishedScorecard> cards = new ArrayList<>();
        for (NamedCsvRecord row : DataFile.rows("scorecards/scorecards.csv")) {
            String version = row.getField("version");
            String validTo = row.getField("valid_to");
            List<DraftCategory> categories = categories(version);
            cards.add(new PublishedScorecard(
                    Stage.PUBLISHED,
                    Area.EVERYWHERE,
                    LocalDate.parse(row.getField("valid_from")),
                    validTo.isEmpty() ? null : LocalDate.parse(validTo),
                    row.getField("source"),
                    Mark.valueOf(row.getField("mark")),
                    CardContent.of(categories).hex(),
                    ScoreTable.of(CardCheck.card(version, Direction.valueOf(row.getField("direction")), categories))));
        }
        return cards;
    }

    /** @throws IllegalArgumentException when none of this version ships */
    public static PublishedScorecard get(String version) {
        return list().stream()
                .filter(card -> card.version().equals(version))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("scorecard %s does not ship with the service".formatted(version)));
    }

    private static List<DraftCategory> categories(String version) {
        Map<String, List<Item>> items = new LinkedHashMap<>();
        for (NamedCsvRecord row : DataFile.rows("scorecards/" + version + "/items.csv")) {
            items.computeIfAbsent(row.getField("category"), none -> new ArrayList<>())
                    .add(new Item(
                            row.getField("item"), row.getField("name_zh"), Integer.parseInt(row.getField("points"))));
        }
        return DataFile.rows("scorecards/" + version + "/categories.csv").stream()
                .map(row -> new DraftCategory(
                        row.getField("category"),
                        row.getField("name_zh"),
                        row.getField("name_en"),
                        Mode.valueOf(row.getField("mode")),
                        Integer.parseInt(row.getField("max_points")),
                        items.getOrDefault(row.getField("category"), List.of())))
                .toList();
    }
}
