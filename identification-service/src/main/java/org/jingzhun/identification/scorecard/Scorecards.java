package org.jingzhun.identification.scorecard;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jingzhun.identification.scorecard.scoring.Category;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jingzhun.identification.scorecard.scoring.Item;
import org.jingzhun.identification.scorecard.scoring.Mode;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jingzhun.identification.scorecard.scoring.Scorecard;

/** All scorecards, read once from the data files under {@code scorecards}. */
@ApplicationScoped
public class Scorecards {

    private final Map<String, PublishedScorecard> byVersion = new LinkedHashMap<>();

    public Scorecards() {
        for (NamedCsvRecord row : rows("scorecards.csv")) {
            Scorecard card = readCard(row.getField("version"), Direction.valueOf(row.getField("direction")));
            String validTo = row.getField("valid_to");
            byVersion.put(
                    card.version(),
                    new PublishedScorecard(
                            card,
                            PublishedScorecard.Stage.valueOf(row.getField("stage")),
                            LocalDate.parse(row.getField("valid_from")),
                            validTo.isEmpty() ? null : LocalDate.parse(validTo),
                            row.getField("source"),
                            ScoreTable.of(card)));
        }
    }

    public Optional<PublishedScorecard> find(String version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    /**
     * The scorecard of a stored decision.
     *
     * @throws IllegalStateException when its files are gone: what was decided with it could not be judged any more
     */
    public PublishedScorecard get(String version) {
        return find(version)
                .orElseThrow(() -> new IllegalStateException(
                        "scorecard %s must ship with the service as long as scores of it are stored; restore its files"
                                .formatted(version)));
    }

    /** The scorecard with which households are assessed on this day: of several the one that is valid last. */
    public Optional<PublishedScorecard> findFor(LocalDate day) {
        return byVersion.values().stream()
                .filter(scorecard -> scorecard.takesAnswersOn(day))
                .max(java.util.Comparator.comparing(PublishedScorecard::validFrom));
    }

    public List<PublishedScorecard> list() {
        return List.copyOf(byVersion.values());
    }

    private static Scorecard readCard(String version, Direction direction) {
        Map<String, List<Item>> items = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows(version + "/items.csv")) {
            items.computeIfAbsent(row.getField("category"), none -> new ArrayList<>())
                    .add(new Item(
                            row.getField("item"), row.getField("name_zh"), Integer.parseInt(row.getField("points"))));
        }
        List<Category> categories = rows(version + "/categories.csv").stream()
                .map(row -> new Category(
                        row.getField("category"),
                        row.getField("name_zh"),
                        row.getField("name_en"),
                        Mode.valueOf(row.getField("mode")),
                        Integer.parseInt(row.getField("max_points")),
                        items.getOrDefault(row.getField("category"), List.of())))
                .toList();
        return new Scorecard(version, direction, categories);
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (InputStream bytes = Scorecards.class.getResourceAsStream("/scorecards/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("the data file scorecards/%s must be in the jar".formatted(file));
            }
            try (CsvReader<NamedCsvRecord> csv =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                return csv.stream().toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
