package org.jingzhun.identification.special;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.bulk.TableStatistics;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.household.Labour;
import org.jingzhun.identification.household.Relation;
import org.jingzhun.identification.household.identity.Sex;
import org.jingzhun.identification.special.derivation.Leaving;
import org.jingzhun.identification.special.derivation.Leaving.Left;
import org.jingzhun.identification.special.derivation.Relative;
import org.jingzhun.identification.special.facts.Bearer;
import org.jingzhun.identification.special.facts.Parameter.Rule;
import org.jingzhun.identification.special.facts.Parameters;

/**
 * Derives who is left behind from who works away (三留守动态管理), township by township: whom nobody has on record yet is
 * DERIVED, and waits for an officer; who was only derived, or rejected, and is so no more ends; who was confirmed and is so
 * no more is DOUBTFUL.
 */
@ApplicationScoped
public class DerivationJob implements JobKind {

    static final String KIND = "left-behind-derivation";

    private static final String TOWNSHIPS = """
            select distinct village_code / 1000 * 1000 from household where village_code between ? and ? order by 1
            """;

    /** Households of which somebody works outside the township. */
    private static final String MEMBERS = """
            select m.household_id, m.id, m.relation, m.birth_date, m.sex, m.labour,
                   case when m.work in ('IN_COUNTY', 'IN_PROVINCE', 'OUT_OF_PROVINCE') then m.months_worked else 0 end
            from member m
            where m.village_code between ? and ? and m.household_id in (
              select a.household_id from member a
              where a.village_code between ? and ? and a.work in ('IN_COUNTY', 'IN_PROVINCE', 'OUT_OF_PROVINCE'))
            order by m.household_id, m.id
            """;

    private static final String NO_MORE = """
            r.register = 'LEFT_BEHIND' and r.stage = any (:stages) and r.village_code between :from and :to
              and r.facts ->> 'rule' is not null and (r.member_id is null or r.member_id <> all (:left))""";

    private static final long TOWNSHIP_SPAN = 999;

    private static final List<String> FILLED = List.of("special_record", "special_step");

    private final Ledger ledger;
    private final Rulebook rulebook;
    private final TableStatistics statistics;
    private final Clock clock;

    DerivationJob(Ledger ledger, Rulebook rulebook, TableStatistics statistics, Clock clock) {
        this.ledger = ledger;
        this.rulebook = rulebook;
        this.statistics = statistics;
        this.clock = clock;
    }

    record Order(long from, long to) {}

    /**
     * What came of it.
     *
     * @param leftBehind persons, by the rule
     * @param derived of those new on record
     * @param ended derived or rejected before, and left behind no more
     * @param doubtful confirmed before, and by the rule left behind no more
     */
    public record Summary(long leftBehind, long derived, long ended, long doubtful) {

        private Summary plus(long left, long fresh, long over, long doubted) {
            return new Summary(leftBehind + left, derived + fresh, ended + over, doubtful + doubted);
        }
    }

    private record Done(long township, Summary summary, int townships) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        Order order = run.input(Order.class);
        Done done = run.checkpoint(Done.class).orElse(new Done(-1, new Summary(0, 0, 0, 0), 0));
        List<Long> townships = new ArrayList<>();
        Done before = done;
        run.inChunk(connection -> {
            townships.addAll(townships(connection, order, before.township()));
            return new Progress(before, before.townships());
        });
        run.total(done.townships() + townships.size());
        for (long township : townships) {
            Done last = done;
            done = (Done) run.inChunk(connection -> {
                        Summary summary = derive(connection, order, township, last.summary());
                        return new Progress(new Done(township, summary, last.townships() + 1), last.townships() + 1);
                    })
                    .checkpoint();
            // whoever reads meanwhile must not do so by a plan for a table of a few rows
            run.analyze(statistics.outgrown(FILLED));
        }
        run.analyze(FILLED);
        return Outcome.succeeded(done.summary());
    }

    private static List<Long> townships(Connection connection, Order order, long after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOWNSHIPS)) {
            select.setLong(1, Math.max(order.from(), after + TOWNSHIP_SPAN + 1));
            select.setLong(2, order.to());
            List<Long> townships = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    townships.add(row.getLong(1));
                }
            }
            return townships;
        }
    }

    private Summary derive(Connection connection, Order order, long township, Summary before) throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        Parameters rule = rulebook.inForce(Rule.LEFT_BEHIND, township, today);
        long from = Math.max(order.from(), township);
        long to = Math.min(order.to(), township + TOWNSHIP_SPAN);
        List<Left> left = new ArrayList<>();
        households(connection, from, to).forEach(household -> left.addAll(Leaving.behind(household, rule, today)));
        int derived = ledger.enter(
                SpecialRegister.LEFT_BEHIND,
                Stage.DERIVED,
                left.stream()
                        .map(each -> new Ledger.Entry(
                                UuidCreator.getTimeOrderedEpoch(), each.memberId(), null, today, null, each.facts()))
                        .toList());
        UUID[] still = left.stream().map(Left::memberId).toArray(UUID[]::new);
        int ended = noMore(Step.END, today, from, to, still, "DERIVED", "REJECTED");
        int doubtful = noMore(Step.DOUBT, today, from, to, still, "CONFIRMED");
        return before.plus(left.size(), derived, ended, doubtful);
    }

    private int noMore(Step step, LocalDate today, long from, long to, UUID[] still, String... stages) {
        return ledger.advance(
                step, today, "DERIVATION", NO_MORE, Map.of("stages", stages, "from", from, "to", to, "left", still));
    }

    private static List<List<Relative>> households(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MEMBERS)) {
            select.setLong(1, from);
            select.setLong(2, to);
            select.setLong(3, from);
            select.setLong(4, to);
            List<List<Relative>> households = new ArrayList<>();
            UUID last = null;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID household = row.getObject(1, UUID.class);
                    if (!household.equals(last)) {
                        households.add(new ArrayList<>());
                        last = household;
                    }
                    households.getLast().add(relative(row));
                }
            }
            return households;
        }
    }

    private static Relative relative(ResultSet row) throws SQLException {
        return new Relative(
                row.getObject(2, UUID.class),
                Relation.valueOf(row.getString(3)),
                new Bearer(row.getObject(4, LocalDate.class), Sex.valueOf(row.getString(5))),
                row.getInt(7),
                Labour.valueOf(row.getString(6)).works());
    }
}
