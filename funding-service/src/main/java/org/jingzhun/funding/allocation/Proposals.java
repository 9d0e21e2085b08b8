package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.allocation.selection.SelectionResult.Decision;
import org.jingzhun.funding.allocation.selection.SelectionResult.Price;
import org.jingzhun.funding.allocation.selection.SelectionResult.Refuser;
import org.jingzhun.funding.allocation.selection.SelectionResult.Selected;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Proposals of competitive plans, their appraisals and what became of them, as far as the caller sees the plan. */
@ApplicationScoped
public class Proposals {

    private static final String SELECT = """
            select p.*, (select count(*) from allocation_appraisal a where a.plan_id = p.plan_id and a.proposal_id = p.id)
              as appraisals
            from allocation_proposal p
            """;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    Proposals(Database database) {
        this.database = database;
    }

    /** In the order of their ids. */
    public List<ProposalRow> list(UUID plan, @Nullable UUID after, int limit) {
        return database.list(
                SELECT + " where p.plan_id = ? and p.id > ? order by p.id limit ?",
                Proposals::read,
                plan,
                after == null ? BEFORE_ALL : after,
                limit);
    }

    public Optional<ProposalRow> find(UUID plan, UUID id) {
        return database.find(SELECT + " where p.plan_id = ? and p.id = ?", Proposals::read, plan, id);
    }

    /** In the order of proposals and appraisers. */
    public List<Appraisal> listAppraisals(UUID plan, @Nullable UUID proposal) {
        return database.list(
                "select * from allocation_appraisal where plan_id = ? and (?::uuid is null or proposal_id = ?::uuid)"
                        + " order by proposal_id, appraiser",
                Proposals::readAppraisal,
                plan,
                proposal,
                proposal);
    }

    void insert(UUID plan, UUID id, ProposalRow.Data data, String by, Instant at) {
        database.execute(
                "insert into allocation_proposal (plan_id, id, division, title, kind, cost_fen, must_fund,"
                        + " exclusive_group, recorded_by, recorded_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                plan,
                id,
                data.division(),
                data.title(),
                data.kind(),
                data.cost().fen(),
                data.mustFund(),
                data.group(),
                by,
                at);
    }

    void update(UUID plan, UUID id, ProposalRow.Data data) {
        database.execute(
                "update allocation_proposal set division = ?, title = ?, kind = ?, cost_fen = ?, must_fund = ?,"
                        + " exclusive_group = ?, version = version + 1 where plan_id = ? and id = ?",
                data.division(),
                data.title(),
                data.kind(),
                data.cost().fen(),
                data.mustFund(),
                data.group(),
                plan,
                id);
    }

    /** An appraiser's later marks replace the earlier. */
    void put(UUID plan, Appraisal appraisal) {
        database.execute(
                "insert into allocation_appraisal (plan_id, proposal_id, appraiser, name, marks, remark, given_at)"
                        + " values (?, ?, ?, ?, ?::integer[], ?, ?) on conflict (plan_id, proposal_id, appraiser) do update"
                        + " set name = excluded.name, marks = excluded.marks, remark = excluded.remark,"
                        + " given_at = excluded.given_at",
                plan,
                appraisal.proposalId(),
                appraisal.appraiser(),
                appraisal.name(),
                appraisal.marks().stream().map(Integer::longValue).toArray(Long[]::new),
                appraisal.remark(),
                appraisal.givenAt());
    }

    /** Writes scores and decisions beside the proposals, and the proof. */
    void decide(UUID plan, Selected selected, List<Integer> scores) {
        database.execute("delete from allocation_selection where plan_id = ?", plan);
        database.execute(
                "insert into allocation_selection values (?, ?, ?, ?, ?)",
                plan,
                selected.score(),
                selected.bound(),
                selected.cost().fen(),
                selected.costBound().fen());
        var decisions = selected.decisions();
        database.executeAll(
                "update allocation_proposal set score = ?, funded = ?, refused_by = ?, price = ?::bigint,"
                        + " price_possible = ?::boolean, price_exact = ?::boolean where plan_id = ? and id = ?",
                IntStream.range(0, decisions.size())
                        .<@Nullable Object[]>mapToObj(d -> row(plan, decisions.get(d), scores.get(d)))
                        .toList());
    }

    private static @Nullable Object[] row(UUID plan, Decision decision, int score) {
        var price = decision.price();
        return new @Nullable Object[] {
            score,
            decision.funded(),
            decision.refusedBy().stream().map(Refuser::name).toArray(),
            price == null ? null : price.loss(),
            price == null ? null : price.possible(),
            price == null ? null : price.exact(),
            plan,
            decision.id()
        };
    }

    /** Forgets what a computation decided. */
    void undecide(UUID plan) {
        database.execute("delete from allocation_selection where plan_id = ?", plan);
        database.execute(
                "update allocation_proposal set score = null, funded = null, refused_by = '{}', price = null,"
                        + " price_possible = null, price_exact = null where plan_id = ?",
                plan);
    }

    /**
     * The stored proof of a competition.
     *
     * @param score hundredths of a point of all funded proposals
     * @param bound that no choice can pass, by the solver
     * @param cost of all funded proposals
     * @param costBound that no choice of this score can undercut
     */
    public record SelectionProof(long score, long bound, Money cost, Money costBound) {}

    public Optional<SelectionProof> findProof(UUID plan) {
        return database.find(
                "select * from allocation_selection where plan_id = ?",
                row -> new SelectionProof(
                        row.getLong("score"),
                        row.getLong("bound"),
                        Money.ofFen(row.getLong("cost_fen")),
                        Money.ofFen(row.getLong("cost_bound_fen"))),
                plan);
    }

    private static ProposalRow read(ResultSet row) throws SQLException {
        return new ProposalRow(
                row.getObject("id", UUID.class),
                new ProposalRow.Data(
                        row.getLong("division"),
                        row.getString("title"),
                        row.getString("kind"),
                        Money.ofFen(row.getLong("cost_fen")),
                        row.getBoolean("must_fund"),
                        row.getString("exclusive_group")),
                row.getString("recorded_by"),
                row.getInt("appraisals"),
                result(row),
                row.getLong("version"));
    }

    private static ProposalRow.@Nullable Result result(ResultSet row) throws SQLException {
        var score = row.getObject("score", Integer.class);
        if (score == null) {
            return null;
        }
        var price = row.getObject("price", Long.class);
        return new ProposalRow.Result(
                score,
                row.getBoolean("funded"),
                Arrays.stream((Object[]) row.getArray("refused_by").getArray())
                        .map(name -> Refuser.valueOf(name.toString()))
                        .toList(),
                price == null
                        ? null
                        : new Price(price, row.getBoolean("price_possible"), row.getBoolean("price_exact")));
    }

    private static Appraisal readAppraisal(ResultSet row) throws SQLException {
        return new Appraisal(
                row.getObject("proposal_id", UUID.class),
                row.getString("appraiser"),
                row.getString("name"),
                Arrays.stream((Object[]) row.getArray("marks").getArray())
                        .map(mark -> ((Number) mark).intValue())
                        .toList(),
                row.getString("remark"),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }
}
