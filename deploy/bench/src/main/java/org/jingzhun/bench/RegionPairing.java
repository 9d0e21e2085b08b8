package org.jingzhun.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jingzhun.pairing.pairing.matching.PairingProblem;
import org.jingzhun.pairing.pairing.matching.Weights;

/**
 * Who has to be paired in the region, at its true size: 1,258,000 households in 5,000 of the real villages, 523,000
 * cadres of 9,102 units. Nothing is spread evenly: a few counties have most of the poor villages, villages and units
 * differ by a factor of ten, ethnic groups live together, and causes come in few combinations. A unit helps in the county of its village, as its import records it.
 * The county with the most households has far too few cadres, as remote counties have: it cannot pair all of them.
 */
final class RegionPairing {

    static final Weights WEIGHTS = new Weights(100, 20, 30, 20, 50, 10, 25, 40);
    private static final String DIVISIONS = "/org/jingzhun/sample/divisions.csv";
    private static final int HOUSEHOLDS = 1_258_000;
    private static final int HELPERS = 523_000;
    private static final int VILLAGES = 5_000;
    private static final int UNITS = 9_102;
    private static final int[] QUOTAS = {4, 4, 4, 4, 4, 4, 5, 5, 6, 7, 8};
    private static final String[] GROUPS = {"01", "08", "13", "06", "12"};
    private static final Cause[] CAUSES = Cause.values();

    /** A village with its people. */
    private record Village(long code, double weight, String group) {}

    /** A unit with what its cadres share. */
    record Unit(UUID id, long village, long seat, long area, double weight) {}

    /** Cadres of a unit in the county that is short of them, as a share of those elsewhere. */
    private static final double SHORT = 0.1;

    private final Random random = new Random(20171012);
    private final List<Village> villages;
    private final List<Unit> units = new ArrayList<>();
    private final List<UUID> unitOfHelper = new ArrayList<>();
    private final PairingProblem problem;
    private final long shortCounty;

    private RegionPairing() throws IOException {
        villages = villages();
        shortCounty = largestCounty();
        for (int i = 0; i < UNITS; i++) {
            Village village = villages.get(i < VILLAGES ? i : skewed(VILLAGES));
            long county = village.code() / 1_000_000 * 1_000_000;
            long seat = random.nextInt(4) == 0 ? village.code() / 1_000 * 1_000 : county;
            double weight = lognormal(1.0) * (county == shortCounty ? SHORT : 1);
            units.add(new Unit(new UUID(3, i), village.code(), seat, county, weight));
        }
        problem = new PairingProblem(households(), helpers(), WEIGHTS);
    }

    /** The whole region. */
    static RegionPairing whole() throws IOException {
        return new RegionPairing();
    }

    PairingProblem problem() {
        return problem;
    }

    /** 12-digit code of the county that has too few cadres. */
    long shortCounty() {
        return shortCounty;
    }

    /** Households of that county for which there is no place. */
    long beyondThePlaces() {
        long households = problem.households().stream()
                .filter(household -> household.village() / 1_000_000 * 1_000_000 == shortCounty)
                .count();
        int places = problem.helpers().stream()
                .filter(helper -> helper.area() == shortCounty)
                .mapToInt(HelperToPair::quota)
                .sum();
        return households - places;
    }

    private long largestCounty() {
        Map<Long, Double> weights = new TreeMap<>();
        villages.forEach(
                village -> weights.merge(village.code() / 1_000_000 * 1_000_000, village.weight(), Double::sum));
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    List<Unit> units() {
        return units;
    }

    /** In the order of the problem's helpers. */
    List<UUID> unitOfHelper() {
        return unitOfHelper;
    }

    private List<HouseholdToPair> households() {
        List<HouseholdToPair> households = new ArrayList<>();
        double total = villages.stream().mapToDouble(Village::weight).sum();
        double due = 0;
        int number = 0;
        for (Village village : villages) {
            due += village.weight() / total * HOUSEHOLDS;
            for (; number < Math.round(due); number++) {
                households.add(household(number, village));
            }
        }
        return households;
    }

    private HouseholdToPair household(int number, Village village) {
        Cause main = CAUSES[skewed(CAUSES.length)];
        Set<Cause> others = EnumSet.noneOf(Cause.class);
        for (int i = random.nextInt(3); i > 0; i--) {
            others.add(CAUSES[skewed(CAUSES.length)]);
        }
        others.remove(main);
        String group = random.nextInt(10) == 0 ? GROUPS[random.nextInt(GROUPS.length)] : village.group();
        return new HouseholdToPair(
                new UUID(2, number),
                village.code(),
                "屯" + skewed(12),
                main,
                others,
                group,
                random.nextInt(10) < 4,
                null);
    }

    private List<HelperToPair> helpers() {
        List<HelperToPair> helpers = new ArrayList<>();
        double total = units.stream().mapToDouble(Unit::weight).sum();
        double due = 0;
        int number = 0;
        for (Unit unit : units) {
            due += unit.weight() / total * HELPERS;
            for (; number < Math.round(due); number++) {
                helpers.add(helper(number, unit));
                unitOfHelper.add(unit.id());
            }
        }
        return helpers;
    }

    private HelperToPair helper(int number, Unit unit) {
        Set<Cause> skills = EnumSet.noneOf(Cause.class);
        for (int i = skewed(3); i > 0; i--) {
            skills.add(CAUSES[skewed(CAUSES.length)]);
        }
        Long home =
                random.nextInt(3) > 0 ? null : villages.get(skewed(VILLAGES)).code();
        return new HelperToPair(
                new UUID(1, number),
                Set.of(unit.village()),
                home,
                skills,
                QUOTAS[random.nextInt(QUOTAS.length)],
                GROUPS[skewed(GROUPS.length)],
                unit.seat(),
                unit.area(),
                null);
    }

    /** Five thousand villages, most of them in a few counties. */
    private List<Village> villages() throws IOException {
        Map<Long, List<Long>> byCounty = new TreeMap<>();
        try (InputStream bytes = RegionPairing.class.getResourceAsStream(DIVISIONS)) {
            if (bytes == null) {
                throw new IllegalStateException(DIVISIONS + " must be on the class path");
            }
            CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8)).stream()
                    .filter(row -> "VILLAGE".equals(row.getField("level"))
                            && row.getField("code").startsWith("45"))
                    .map(row -> Long.parseLong(row.getField("code")))
                    .forEach(code -> byCounty.computeIfAbsent(code / 1_000_000, _ -> new ArrayList<>())
                            .add(code));
        }
        List<Long> counties = new ArrayList<>(byCounty.keySet());
        Collections.shuffle(counties, random);
        Set<Long> chosen = new HashSet<>();
        List<Village> all = new ArrayList<>();
        while (all.size() < VILLAGES) {
            List<Long> county = byCounty.getOrDefault(counties.get(skewed(counties.size())), List.of());
            long code = county.get(random.nextInt(county.size()));
            if (chosen.add(code)) {
                String group = GROUPS[(int) (code / 1_000 % 7 % GROUPS.length)];
                all.add(new Village(code, lognormal(0.7), group));
            }
        }
        return all;
    }

    /** A number below the bound; the small ones come most often. */
    private int skewed(int bound) {
        double uniform = random.nextDouble();
        return (int) (bound * uniform * Math.sqrt(uniform));
    }

    private double lognormal(double spread) {
        return Math.exp(spread * random.nextGaussian());
    }
}
