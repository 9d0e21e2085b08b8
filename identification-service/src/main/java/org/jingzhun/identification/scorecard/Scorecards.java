package org.jingzhun.identification.scorecard;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.scorecard.scoring.CardCheck;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jspecify.annotations.Nullable;

/** All scorecards that were ever published. They are public, so reading them needs neither caller nor transaction. */
@ApplicationScoped
public class Scorecards {

    private static final String PUBLISHED =
            "select version, direction, division_from, division_to, stage, valid_from, valid_to, source, mark,"
                    + " encode(content_sha256, 'hex') as digest from scorecard where stage in ('PUBLISHED', 'RETIRED')";
    private static final String CONTENT =
            "select content from scorecard where version = ? and stage in ('PUBLISHED', 'RETIRED')";

    private final AgroalDataSource database;
    /** By version: what was published never changes, so it is made ready once. */
    private final Map<String, ScoreTable> tables = new ConcurrentHashMap<>();

    Scorecards(AgroalDataSource database) {
        this.database = database;
    }

    public Optional<PublishedScorecard> find(String version) {
        return read(" and version = ?", version).stream().findFirst();
    }

    /**
     * The scorecard of a stored decision, retired or not.
     *
     * @throws IllegalStateException when it is gone: what was decided with it could not be judged any more
     */
    public PublishedScorecard get(String version) {
        return find(version)
                .orElseThrow(() -> new IllegalStateException(
                        "scorecard %s must be kept as long as scores of it are stored; restore it from a backup"
                                .formatted(version)));
    }

    /**
     * The scorecard with which the households of a division are assessed on this day: of several the one that is made
     * for the smallest division, of those the one that is valid last.
     */
    public Optional<PublishedScorecard> findFor(LocalDate day, long division) {
        return read(" and division_from <= ? and division_to >= ?", division, division).stream()
                .filter(scorecard -> scorecard.takesAnswersOn(day))
                .max(Comparator.comparingLong((PublishedScorecard card) ->
                                card.division().from() - card.division().to())
                        .thenComparing(PublishedScorecard::validFrom)
                        .thenComparing(PublishedScorecard::version));
    }

    private List<PublishedScorecard> read(String condition, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PUBLISHED + condition)) {
            for (int value = 0; value < values.length; value++) {
                select.setObject(value + 1, values[value]);
            }
            List<PublishedScorecard> cards = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    cards.add(card(connection, row));
                }
            }
            return cards;
        } catch (SQLException failure) {
            throw new IllegalStateException("scorecards could not be read", failure);
        }
    }

    private PublishedScorecard card(Connection connection, ResultSet row) throws SQLException {
        String version = row.getString("version");
        return new PublishedScorecard(
                Stage.valueOf(row.getString("stage")),
                new Area(row.getLong("division_from"), row.getLong("division_to")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("source"),
                Mark.valueOf(row.getString("mark")),
                row.getString("digest"),
                table(connection, version, Direction.valueOf(row.getString("direction")), row.getString("digest")));
    }

    private ScoreTable table(Connection connection, String version, Direction direction, String digest)
            throws SQLException {
        @Nullable ScoreTable known = tables.get(version);
        if (known != null) {
            return known;
        }
        try (PreparedStatement select = connection.prepareStatement(CONTENT)) {
            select.setString(1, version);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                CardContent content = new CardContent(row.getString(1));
                if (!content.hex().equals(digest)) {
                    throw new IllegalStateException(
                            "the content of scorecard %s does not fit its digest".formatted(version));
                }
                ScoreTable made = ScoreTable.of(CardCheck.card(version, direction, content.categories()));
                tables.put(version, made);
                return made;
            }
        }
    }
}
