package org.jingzhun.funding.riskpool;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.riskpool.rule.LendingRule;
import org.jingzhun.funding.riskpool.rule.PoolFigures;
import org.jspecify.annotations.Nullable;

/** All risk pools within the caller's area, and their figures. */
@ApplicationScoped
public class RiskPools {

    private static final String LIST = """
            select * from risk_pool where county between ? and ? and (?::uuid is null or id > ?::uuid) order by id limit ?
            """;
    private static final String INSERT = """
            insert into risk_pool (id, county, name, bank, products, pool_share, leverage, trigger_days, stop_overdue,
              stop_compensated, rules_version, agreed_on, created_by, created_at)
            values (?, ?, ?, ?::text, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (county, name) do nothing
            """;

    /** A loan that the pool has paid for is lost already and no sign of how the others do. */
    private static final String FIGURES = """
            select coalesce(s.outstanding, 0)::bigint as outstanding, coalesce(s.overdue, 0)::bigint as overdue,
                   coalesce((select sum(l.amount_fen) from loan l
                             where l.pool_id = p.id and l.stage = 'APPROVED'), 0)::bigint as promised,
                   coalesce((select sum(c.amount_fen) from pool_contribution c where c.pool_id = p.id), 0)::bigint as contributed,
                   coalesce((select sum(a.balance_fen) from account a
                             where a.kind = 'RISK_POOL' and a.subject = p.id), 0)::bigint as balance,
                   (coalesce((select sum(d.amount_fen) from pool_draw d join pool_claim c on c.id = d.claim_id
                              where c.pool_id = p.id), 0)
                    - coalesce((select sum(r.amount_fen) from pool_return r join pool_claim c on c.id = r.claim_id
                                where c.pool_id = p.id), 0))::bigint as compensated
            from risk_pool p
            left join (select pool_id, sum(outstanding_fen) as outstanding,
                              sum(outstanding_fen) filter (where overdue_fen > 0) as overdue
                       from loan_standing(?) t
                       where pool_id = ? and not exists (
                         select 1 from pool_claim c join bank_claim b on b.id = c.id where c.loan_id = t.loan_id and b.stage = 'PAID')
                       group by pool_id) s on s.pool_id = p.id
            where p.id = ?
            """;

    private final Database database;

    RiskPools(Database database) {
        this.database = database;
    }

    /** @throws PoolException if there is none within the caller's area */
    public RiskPool get(UUID id) {
        return database.find("select * from risk_pool where id = ?", RiskPools::read, id)
                .orElseThrow(() -> new PoolRefusal.UnknownPool(id).asException());
    }

    /** The same, kept from others until the transaction ends: what it may lend is promised once. */
    RiskPool lock(UUID id) {
        return database.find("select * from risk_pool where id = ? for update", RiskPools::read, id)
                .orElseThrow(() -> new PoolRefusal.UnknownPool(id).asException());
    }

    /** In the order of their ids. */
    public List<RiskPool> list(Area area, @Nullable UUID after, int limit) {
        return database.list(LIST, RiskPools::read, area.from(), area.to(), after, after, limit);
    }

    /** The figures of a pool on a day, as far as the caller sees its loans. */
    public PoolFigures figures(UUID pool, LocalDate day) {
        return database.find(
                        FIGURES,
                        row -> new PoolFigures(
                                Money.ofFen(row.getLong("outstanding")),
                                Money.ofFen(row.getLong("promised")),
                                Money.ofFen(row.getLong("overdue")),
                                Money.ofFen(row.getLong("contributed")),
                                Money.ofFen(row.getLong("balance")),
                                Money.ofFen(row.getLong("compensated"))),
                        day,
                        pool,
                        pool)
                .orElseThrow();
    }

    /** Whether it was new; false if the county has a pool of this name. */
    boolean insert(RiskPool pool, String by, Instant at) {
        return database.execute(
                        INSERT,
                        pool.id(),
                        pool.county(),
                        pool.name(),
                        pool.bank(),
                        pool.products().toArray(),
                        pool.poolShare(),
                        pool.lending().leverage(),
                        pool.triggerDays(),
                        pool.lending().stopOverdue(),
                        pool.lending().stopCompensated(),
                        pool.rulesVersion(),
                        pool.agreedOn(),
                        by,
                        at)
                == 1;
    }

    private static RiskPool read(ResultSet row) throws SQLException {
        return new RiskPool(
                row.getObject("id", UUID.class),
                row.getLong("county"),
                row.getString("name"),
                row.getString("bank"),
                Arrays.stream((Object[]) row.getArray("products").getArray())
                        .map(String::valueOf)
                        .toList(),
                row.getInt("pool_share"),
                new LendingRule(row.getInt("leverage"), row.getInt("stop_overdue"), row.getInt("stop_compensated")),
                row.getInt("trigger_days"),
                row.getString("rules_version"),
                row.getObject("agreed_on", LocalDate.class));
    }
}
