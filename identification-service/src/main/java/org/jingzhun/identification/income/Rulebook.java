package org.jingzhun.identification.income;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.identification.income.computing.Costs;
import org.jingzhun.identification.income.computing.IncomeRules;
import org.jingzhun.identification.income.computing.Item;
import org.jingzhun.identification.scorecard.Mark;
import org.jspecify.annotations.Nullable;

/** All income rules: those that ship with the service and those that an administrator has added. They are public. */
@ApplicationScoped
public class Rulebook {

    /** Before jobs begin, which may need them. */
    private static final int EARLY = 1;

    private static final String COLUMNS =
            "select version, valid_from, valid_to, mark, source, content from income_rules";
    private static final String INSERT = """
            insert into income_rules (version, valid_from, valid_to, mark, source, content)
            values (?, ?, ?, ?, ?, ?) on conflict (version) do nothing
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Audit audit;

    /** Those read before: a version never changes, and a list of incomes asks for the same again and again. */
    private final Map<String, PublishedRules> known = new ConcurrentHashMap<>();

    Rulebook(AgroalDataSource database, ObjectMapper json, Audit audit) {
        this.database = database;
        this.json = json;
        this.audit = audit;
    }

    private record Content(Costs costs, List<Item> items) {}

    void onStart(@Observes @Priority(EARLY) StartupEvent started) {
        for (PublishedRules shipped : ShippedRules.list()) {
            insert(shipped);
            if (!find(shipped.rules().version()).equals(Optional.of(shipped))) {
                throw new IllegalStateException(
                        "income rules %s of this release differ from the stored ones; a version never changes: ship the change as a new version"
                                .formatted(shipped.rules().version()));
            }
        }
    }

    public List<PublishedRules> list() {
        return read(" order by valid_from, version", null);
    }

    public Optional<PublishedRules> find(String version) {
        PublishedRules found = known.get(version);
        if (found != null) {
            return Optional.of(found);
        }
        Optional<PublishedRules> read =
                read(" where version = ?", version).stream().findFirst();
        read.ifPresent(rules -> known.put(version, rules));
        return read;
    }

    /**
     * Adds rules for everybody to use.
     *
     * @return whether they are new; false when they are known just so
     * @throws IncomeException when the version is known with another content
     */
    @Transactional
    public boolean add(PublishedRules rules) {
        if (insert(rules)) {
            audit.record(AuditEntry.of(
                    "income-rules-added", "income-rules", rules.rules().version()));
            return true;
        }
        if (!find(rules.rules().version()).equals(Optional.of(rules))) {
            throw new IncomeException(
                    new IncomeRefusal.RulesNeverChange(rules.rules().version()));
        }
        return false;
    }

    private boolean insert(PublishedRules rules) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, rules.rules().version());
            insert.setObject(2, rules.validFrom());
            insert.setObject(3, rules.validTo(), Types.DATE);
            insert.setString(4, rules.mark().name());
            insert.setString(5, rules.source());
            insert.setString(
                    6,
                    json.writeValueAsString(
                            new Content(rules.rules().costs(), rules.rules().items())));
            return insert.executeUpdate() > 0;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("income rules could not be written", failure);
        }
    }

    private List<PublishedRules> read(String rest, @Nullable String version) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COLUMNS + rest)) {
            if (version != null) {
                query.setString(1, version);
            }
            List<PublishedRules> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Content content = json.readValue(row.getString("content"), Content.class);
                    found.add(new PublishedRules(
                            new IncomeRules(row.getString("version"), content.costs(), content.items()),
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class),
                            Mark.valueOf(row.getString("mark")),
                            row.getString("source")));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("income rules could not be read", failure);
        }
    }
}
