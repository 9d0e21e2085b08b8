package org.jingzhun.pairing.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;

/** Sets two plans side by side. */
@ApplicationScoped
public class Comparing {

    private static final String DIFFERENCES = """
            select count(*) filter (where a.helper_id = b.helper_id)::integer as same,
                   count(*) filter (where a.helper_id <> b.helper_id)::integer as different,
                   count(*) filter (where a.helper_id is not null and b.helper_id is null)::integer as only_first,
                   count(*) filter (where a.helper_id is null and b.helper_id is not null)::integer as only_second
            from (select household_id, helper_id from plan_household where plan_id = ?) a
            full join (select household_id, helper_id from plan_household where plan_id = ?) b using (household_id)
            """;

    private static final String SUMS = """
            select coalesce(sum(unit_village), 0)::bigint as unit_village,
                   coalesce(sum(home_village), 0)::bigint as home_village, coalesce(sum(skill), 0)::bigint as skill,
                   coalesce(sum(language), 0)::bigint as language, coalesce(sum(standing), 0)::bigint as standing,
                   coalesce(sum(load), 0)::bigint as load, coalesce(sum(distance), 0)::bigint as distance,
                   coalesce(sum(rank_quota), 0)::bigint as rank_quota
            from plan_household where plan_id = ? and helper_id is not null
            """;

    private final PairingPlans plans;
    private final Database database;

    Comparing(PairingPlans plans, Database database) {
        this.plans = plans;
        this.database = database;
    }

    /**
     * @return empty if one of them is not in the caller's area, or not computed
     * @throws PlanRefusal if they are plans of different places
     */
    @Transactional
    public Optional<Comparison> compare(UUID first, UUID second) {
        PairingPlan one = plans.findById(first);
        PairingPlan other = plans.findById(second);
        if (one == null || other == null) {
            return Optional.empty();
        }
        if (one.division() != other.division()) {
            throw new PlanRefusal.OtherPlace(other.division());
        }
        Optional<Comparison.Side> left = side(one);
        Optional<Comparison.Side> right = side(other);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return database.find(
                DIFFERENCES,
                row -> new Comparison(
                        left.get(),
                        right.get(),
                        row.getInt("same"),
                        row.getInt("different"),
                        row.getInt("only_first"),
                        row.getInt("only_second")),
                first,
                second);
    }

    private Optional<Comparison.Side> side(PairingPlan plan) {
        Figures figures = plan.figures();
        return figures == null
                ? Optional.empty()
                : database.find(SUMS, row -> new Comparison.Side(plan.id(), figures, PlanRows.terms(row)), plan.id());
    }
}
