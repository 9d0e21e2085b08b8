package org.jingzhun.identification.scorecard;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.identification.scorecard.scoring.DraftCategory;

/** Makes the scorecards that ship with the service known to its database, once. */
@ApplicationScoped
class Shipping {

    /** Before jobs begin, which may need them. */
    private static final int EARLY = 1;

    private static final String INSERT = """
            insert into scorecard (version, direction, division_from, division_to, stage, valid_from, valid_to, source,
                                   mark, max_points, content, content_sha256)
            values (?, ?, ?, ?, 'PUBLISHED', ?, ?, ?, ?, ?, ?, ?) on conflict (version) do nothing
            """;
    private static final String DIGEST = "select encode(content_sha256, 'hex') from scorecard where version = ?";

    private final AgroalDataSource database;

    Shipping(AgroalDataSource database) {
        this.database = database;
    }

    void onStart(@Observes @Priority(EARLY) StartupEvent started) {
        CallerScope.run(Caller.system("scorecards"), () -> QuarkusTransaction.requiringNew()
                .call(() -> {
                    try (Connection connection = database.getConnection()) {
                        for (PublishedScorecard card : ShippedScorecards.list()) {
                            ship(connection, card);
                        }
                        return true;
                    }
                }));
    }

    private static void ship(Connection connection, PublishedScorecard card) throws SQLException {
        CardContent content = CardContent.of(
                card.card().categories().stream().map(DraftCategory::of).toList());
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, card.version());
            insert.setString(2, card.card().direction().name());
            insert.setLong(3, card.division().from());
            insert.setLong(4, card.division().to());
            insert.setObject(5, card.validFrom());
            insert.setObject(6, card.validTo(), java.sql.Types.DATE);
            insert.setString(7, card.source());
            insert.setString(8, card.mark().name());
            insert.setInt(9, card.card().maxPoints());
            insert.setString(10, content.text());
            insert.setBytes(11, HexFormat.of().parseHex(content.hex()));
            insert.executeUpdate();
        }
        try (PreparedStatement digest = connection.prepareStatement(DIGEST)) {
            digest.setString(1, card.version());
            try (ResultSet row = digest.executeQuery()) {
                if (!row.next() || !content.hex().equals(row.getString(1))) {
                    throw new IllegalStateException(
                            "scorecard %s of this release differs from the stored one; a version never changes: ship the change as a new version"
                                    .formatted(card.version()));
                }
            }
        }
    }
}
