package org.jingzhun.identification.statistics.multidimensional;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The measures of Alkire and Foster, counted in persons: H is the share of the poor, A the mean share of weighted
 * deprivations among them, and M0 = H x A. Numerators and denominators are whole numbers; shares are made of them last.
 */
public final class AlkireFoster {

    private AlkireFoster() {}

    /**
     * What an indicator contributes.
     *
     * @param poorAndDeprivedPersons persons of poor households that are deprived of it
     * @param share of M0, 0 to 1; all of them add up to 1; null when nobody is poor
     */
    public record Contribution(
            Indicator indicator,
            long poorAndDeprivedHouseholds,
            long poorAndDeprivedPersons,
            @Nullable Double share) {}

    /**
     * What came of it.
     *
     * @param depthSum weighted deprivations of the poor, summed over their persons
     * @param headcountRatio H, 0 to 1; null when there is nobody
     * @param intensity A, 0 to 1; null when nobody is poor
     * @param adjustedHeadcountRatio M0, 0 to 1; null when there is nobody
     */
    public record Result(
            long households,
            long persons,
            long poorHouseholds,
            long poorPersons,
            long depthSum,
            @Nullable Double headcountRatio,
            @Nullable Double intensity,
            @Nullable Double adjustedHeadcountRatio,
            List<Contribution> contributions) {

        public Result {
            contributions = List.copyOf(contributions);
        }
    }

    public static Result measure(Measure measure, List<Group> groups) {
        long households = 0;
        long persons = 0;
        long poorHouseholds = 0;
        long poorPersons = 0;
        long depthSum = 0;
        for (Group group : groups) {
            households += group.households();
            persons += group.persons();
            if (measure.isPoor(group.pattern())) {
                poorHouseholds += group.households();
                poorPersons += group.persons();
                depthSum += measure.depth(group.pattern()) * group.persons();
            }
        }
        return new Result(
                households,
                persons,
                poorHouseholds,
                poorPersons,
                depthSum,
                share(poorPersons, persons),
                share(depthSum, poorPersons * measure.totalWeight()),
                share(depthSum, persons * measure.totalWeight()),
                contributions(measure, groups, depthSum));
    }

    private static List<Contribution> contributions(Measure measure, List<Group> groups, long depthSum) {
        List<Contribution> contributions = new ArrayList<>();
        for (int place = 0; place < measure.indicators().size(); place++) {
            Indicator indicator = measure.indicators().get(place);
            long households = 0;
            long persons = 0;
            for (Group group : groups) {
                if ((group.pattern() >>> place & 1) != 0 && measure.isPoor(group.pattern())) {
                    households += group.households();
                    persons += group.persons();
                }
            }
            contributions.add(
                    new Contribution(indicator, households, persons, share(indicator.weight() * persons, depthSum)));
        }
        return contributions;
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
