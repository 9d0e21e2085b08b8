package org.jingzhun.funding.asset;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.asset.AssetRefusal.Reason;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Keeps the operator to his duty to preserve the value (保值增值): yearly valuations, and what he owes by them. */
@ApplicationScoped
public class Valuing {

    private static final String ADD = """
            insert into asset_valuation (id, asset_id, division, valued_on, value_fen, appraiser, document_number, recorded_by,
              recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (asset_id, valued_on) do nothing
            """;
    private static final String OWE = """
            insert into asset_obligation (id, valuation_id, asset_id, division, shortfall_fen, due_on, rule)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OWED = """
            select coalesce(sum(shortfall_fen - made_good_fen), 0) from asset_obligation where asset_id = ?
            """;
    private static final String VALUED_ON = "select valued_on from asset_valuation where id = ?";
    private static final String SETTLE = """
            insert into asset_settlement (id, obligation_id, division, amount_fen, settled_on, document_number, recorded_by,
              recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LIST = """
            select * from asset_obligation where division between ? and ? and (?::uuid is null or asset_id = ?::uuid)
              and (?::uuid is null or id > ?::uuid) order by id limit ?
            """;

    private final Assets assets;
    private final AssetRules rules;
    private final Database database;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Valuing(Assets assets, AssetRules rules, Database database, Audit audit, CurrentCaller caller, Clock clock) {
        this.assets = assets;
        this.rules = rules;
        this.database = database;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A valuation, and what came of it where the value fell. */
    public record Valued(Valuation valuation, Optional<Obligation> obligation) {}

    /**
     * Records a valuation. What the value lacks beyond what is owed already becomes an obligation with a deadline.
     *
     * @throws AssetRefusal if there is one of that day, or the day comes after today or before the money's budget year
     */
    @Transactional
    public Valued value(UUID assetId, LocalDate valuedOn, Money value, String appraiser, String documentNumber) {
        var asset = assets.lock(assetId);
        long division = asset.data().division();
        requireDay(valuedOn, LocalDate.of(asset.data().year(), 1, 1));
        var valuation =
                new Valuation(UuidCreator.getTimeOrderedEpoch(), assetId, valuedOn, value, appraiser, documentNumber);
        int added = database.execute(
                ADD,
                valuation.id(),
                assetId,
                division,
                valuedOn,
                value.fen(),
                appraiser,
                documentNumber,
                caller.get().subject(),
                clock.instant());
        if (added == 0) {
            throw new AssetRefusal.NotNow(Reason.VALUED_BEFORE, valuedOn);
        }
        audit.record(
                AuditEntry.of("asset-valued", "asset", assetId).in(division).with("value", value.toString()));
        var owed =
                database.list(OWED, row -> Money.ofFen(row.getLong(1)), assetId).getFirst();
        var shortfall = asset.data().value().minus(value).minus(owed);
        if (!shortfall.isPositive()) {
            return new Valued(valuation, Optional.empty());
        }
        var months = rules.get(AssetRule.Rule.MAKE_GOOD_MONTHS, division, valuedOn);
        var obligation = new Obligation(
                UuidCreator.getTimeOrderedEpoch(),
                assetId,
                valuation.id(),
                shortfall,
                valuedOn.plusMonths(months.value()),
                months.version(),
                Money.ZERO);
        database.execute(
                OWE,
                obligation.id(),
                valuation.id(),
                assetId,
                division,
                shortfall.fen(),
                obligation.dueOn(),
                obligation.rule());
        return new Valued(valuation, Optional.of(obligation));
    }

    /**
     * Records that the operator made good a part of what he owes, or all of it.
     *
     * @throws AssetRefusal if there is no such obligation, less is owed, or the day comes after today or before the valuation
     */
    @Transactional
    public Obligation settle(UUID obligationId, Money amount, LocalDate settledOn, String documentNumber) {
        var obligation = find(obligationId, " for update");
        if (amount.compareTo(obligation.open()) > 0) {
            throw new AssetRefusal.AboveValue(obligation.open(), amount);
        }
        requireDay(
                settledOn,
                database.list(VALUED_ON, row -> row.getObject(1, LocalDate.class), obligation.valuationId())
                        .getFirst());
        long division = assets.get(obligation.assetId()).data().division();
        database.execute(
                SETTLE,
                UuidCreator.getTimeOrderedEpoch(),
                obligationId,
                division,
                amount.fen(),
                settledOn,
                documentNumber,
                caller.get().subject(),
                clock.instant());
        database.execute(
                "update asset_obligation set made_good_fen = made_good_fen + ? where id = ?",
                amount.fen(),
                obligationId);
        audit.record(AuditEntry.of("asset-obligation-settled", "asset-obligation", obligationId)
                .in(division)
                .with("amount", amount.toString()));
        return find(obligationId, "");
    }

    private void requireDay(LocalDate day, LocalDate notBefore) {
        if (day.isBefore(notBefore) || day.isAfter(Clocks.today(clock))) {
            throw new AssetRefusal.NotNow(Reason.DAY_INVALID, notBefore);
        }
    }

    private Obligation find(UUID id, String how) {
        return database.find("select * from asset_obligation where id = ?" + how, Valuing::read, id)
                .orElseThrow(() -> new AssetRefusal.Unknown("Obligation " + id));
    }

    /** In the order of their ids. */
    @Transactional
    public List<Obligation> list(Area area, @Nullable UUID asset, @Nullable UUID after, int limit) {
        return database.list(LIST, Valuing::read, area.from(), area.to(), asset, asset, after, after, limit);
    }

    /**
     * From the oldest.
     *
     * @throws AssetRefusal.Unknown if there is no such asset in the caller's area
     */
    @Transactional
    public List<Valuation> listValuations(UUID asset) {
        assets.get(asset);
        return database.list(
                "select * from asset_valuation where asset_id = ? order by valued_on", Valuing::readValuation, asset);
    }

    private static Valuation readValuation(ResultSet row) throws SQLException {
        return new Valuation(
                row.getObject("id", UUID.class),
                row.getObject("asset_id", UUID.class),
                row.getObject("valued_on", LocalDate.class),
                Money.ofFen(row.getLong("value_fen")),
                row.getString("appraiser"),
                row.getString("document_number"));
    }

    private static Obligation read(ResultSet row) throws SQLException {
        return new Obligation(
                row.getObject("id", UUID.class),
                row.getObject("asset_id", UUID.class),
                row.getObject("valuation_id", UUID.class),
                Money.ofFen(row.getLong("shortfall_fen")),
                row.getObject("due_on", LocalDate.class),
                row.getString("rule"),
                Money.ofFen(row.getLong("made_good_fen")));
    }
}
