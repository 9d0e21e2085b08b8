package org.jingzhun.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is decided for a county before its people are made: persons, truly poor persons and poor villages. It depends on
 * the seed and the county alone, so every village of it can be made apart.
 *
 * @param ruralPersons persons registered in its villages and communities
 * @param poorPersons truly poor persons, and the quota of the campaign (规模控制)
 */
record CountyPlan(String county, int ruralPersons, int poorPersons, AreaCodes areas, List<VillagePlan> villages) {

    /** Share of a village's persons that can be poor at most. */
    private static final double HIGHEST_INCIDENCE = 0.8;

    /**
     * What is decided for a village.
     *
     * @param place its number among the villages of the county, from 0
     * @param persons persons to be made, exactly
     * @param poorPersons truly poor persons to be made, nearly
     * @param infrastructure mean of the hamlets' infrastructure, standard deviations
     */
    record VillagePlan(
            Division division, int place, int persons, int poorPersons, boolean poorVillage, double infrastructure) {}

    static CountyPlan of(String county, long seed, Divisions divisions, Parameters parameters) {
        List<Division> villages = divisions.villages(county);
        Draw draw = Draw.of(seed, Long.parseLong(county), 1);
        String name = "county." + county + ".";
        int[] persons = persons(villages, name, draw, parameters);
        int ruralPersons = Arrays.stream(persons).sum();
        double share = parameters.number("county.default.poor-share")
                * StrictMath.exp(draw.normal() * parameters.number("county.default.poor-share-spread"));
        int poorPersons =
                (int) parameters.number(name + "poor-persons", Math.rint(ruralPersons * Math.min(share, 0.5)));
        double[] effects = draw.normals(villages.size());
        boolean[] poor = poorVillages(villages, name, effects, parameters);
        int[] poorByVillage = poorPersons(poorPersons, persons, poor, effects, parameters);
        List<VillagePlan> plans = new ArrayList<>(villages.size());
        for (int i = 0; i < villages.size(); i++) {
            double base = poor[i] ? parameters.number("hamlet.poor-village-infrastructure") : 0;
            plans.add(new VillagePlan(
                    villages.get(i), i, persons[i], poorByVillage[i], poor[i], base + 0.3 * effects[i]));
        }
        return new CountyPlan(county, ruralPersons, poorPersons, AreaCodes.of(county, divisions, parameters), plans);
    }

    int poorVillages() {
        return (int) villages.stream().filter(VillagePlan::poorVillage).count();
    }

    private static int[] persons(List<Division> villages, String name, Draw draw, Parameters parameters) {
        double spread = parameters.number("village.size-spread");
        double[] weights = new double[villages.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double kind = villages.get(i).community() ? parameters.number("village.community-weight") : 1;
            weights[i] = kind * Math.min(2.0, StrictMath.exp(draw.normal() * spread));
            sum += weights[i];
        }
        double usual = sum * parameters.number("village.mean-persons");
        return Apportion.of((int) parameters.number(name + "rural-persons", Math.rint(usual)), weights);
    }

    /** The villages with the lowest effect, communities left out. */
    private static boolean[] poorVillages(
            List<Division> villages, String name, double[] effects, Parameters parameters) {
        int[] candidates = IntStream.range(0, effects.length)
                .filter(i -> !villages.get(i).community())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> effects[i]))
                .mapToInt(i -> i)
                .toArray();
        double usual = Math.rint(candidates.length * parameters.number("county.default.poor-village-share"));
        int count = Math.min(candidates.length, (int) parameters.number(name + "poor-villages", usual));
        boolean[] poor = new boolean[effects.length];
        for (int i = 0; i < count; i++) {
            poor[candidates[i]] = true;
        }
        return poor;
    }

    private static int[] poorPersons(
            int total, int[] persons, boolean[] poor, double[] effects, Parameters parameters) {
        double ratio = parameters.number("village.poor-incidence-ratio");
        double spread = parameters.number("village.incidence-spread");
        double[] weights = new double[persons.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = persons[i] * (poor[i] ? ratio : 1) * StrictMath.exp(-spread * effects[i]);
        }
        int[] parts = Apportion.of(total, weights);
        int over = 0;
        for (int i = 0; i < parts.length; i++) {
            int most = (int) (persons[i] * HIGHEST_INCIDENCE);
            over += Math.max(0, parts[i] - most);
            parts[i] = Math.min(parts[i], most);
        }
        for (int i = 0; over > 0 && i < parts.length; i++) {
            int room = Math.min(over, (int) (persons[i] * HIGHEST_INCIDENCE) - parts[i]);
            parts[i] += room;
            over -= room;
        }
        return parts;
    }
}
