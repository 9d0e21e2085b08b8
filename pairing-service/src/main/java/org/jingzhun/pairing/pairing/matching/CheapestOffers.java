package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What a household would choose if every helper sold a place at its potential. The region has 600 billion pairs; as the
 * way depends on the village only, and skill and language on a few profiles, the cheapest helper of each profile is
 * looked up once for each village, and the misfit once for each kind of need; as no misfit is below nothing, few profiles
 * are asked.
 */
final class CheapestOffers {

    /** A place at a helper with all that it costs; {@code null} is staying unpaired. */
    record Offer(long price, @Nullable HelperToPair helper) {}

    /** A helper with the price of a place at it, looked up once. */
    private record Seller(HelperToPair helper, long price) {}

    /** What of a helper matters beyond its places and its price. */
    private record Profile(Set<Cause> skills, @Nullable String ethnicity) {}

    /** The cheapest offer of a profile in a village, but for skill and language. */
    private record OfProfile(int profile, Offer offer) {}

    /** What of a household matters beyond its helper and its village. */
    private record Kind(
            Cause mainCause,
            Set<Cause> otherCauses,
            @Nullable String ethnicity) {}

    private final Costs costs;
    private final Map<UUID, Long> potentials;
    private final Map<Long, GeoPoint> villages;
    private final Map<UUID, HelperToPair> helpers = new HashMap<>();
    private final List<Profile> profiles;
    /** By area, and by profile: the cheapest first. */
    private final Map<Long, List<List<Seller>>> byArea = new HashMap<>();

    private final Map<Long, List<List<Seller>>> byCountyOfWork = new HashMap<>();
    /** Those of whom the point at which they work is known, whose ways are measured where that of the village is, too. */
    private final Map<Long, List<List<Seller>>> measuredByCountyOfWork = new HashMap<>();

    private final Map<GeoPoint, List<List<Seller>>> byOffice = new HashMap<>();
    /** Those who have to do with a township, by profile. */
    private final Map<Long, List<List<Seller>>> byTownship = new HashMap<>();

    private final Map<Long, List<OfProfile>> cheapestByVillage = new HashMap<>();
    private final Map<Kind, long[]> misfits = new HashMap<>();

    CheapestOffers(PairingProblem problem, Map<UUID, Long> potentials) {
        this.costs = problem.costs();
        this.villages = problem.villages();
        this.potentials = potentials;
        Map<Profile, Integer> numbers = new HashMap<>();
        List<Seller> cheapestFirst = problem.helpers().stream()
                .filter(helper -> helper.quota() > 0)
                .map(helper -> new Seller(helper, price(helper)))
                .sorted(Comparator.comparingLong(Seller::price)
                        .thenComparing(seller -> seller.helper().id()))
                .toList();
        for (Seller seller : cheapestFirst) {
            HelperToPair helper = seller.helper();
            numbers.putIfAbsent(new Profile(helper.skills(), helper.ethnicity()), numbers.size());
        }
        profiles = new ArrayList<>(numbers.keySet());
        profiles.sort(Comparator.comparing(numbers::get));
        for (Seller seller : cheapestFirst) {
            HelperToPair helper = seller.helper();
            helpers.put(helper.id(), helper);
            Integer profile = numbers.get(new Profile(helper.skills(), helper.ethnicity()));
            if (profile != null) {
                file(seller, profile);
            }
        }
    }

    private void file(Seller seller, int profile) {
        HelperToPair helper = seller.helper();
        put(byArea, helper.area(), profile, seller);
        Set<Long> townships = new TreeSet<>();
        helper.unitVillages().forEach(village -> townships.add(Places.township(village)));
        if (helper.homeVillage() != null) {
            townships.add(Places.township(helper.homeVillage()));
        }
        if (helper.workplace() != null) {
            put(
                    helper.office() == null ? byCountyOfWork : measuredByCountyOfWork,
                    Places.county(helper.workplace()),
                    profile,
                    seller);
            townships.add(Places.township(helper.workplace()));
        }
        townships.forEach(township -> put(byTownship, township, profile, seller));
        if (helper.office() != null && !villages.isEmpty()) {
            put(byOffice, helper.office(), profile, seller);
        }
    }

    private static <P> void put(Map<P, List<List<Seller>>> index, P place, int profile, Seller seller) {
        List<List<Seller>> lists = index.computeIfAbsent(place, _ -> new ArrayList<>());
        while (lists.size() <= profile) {
            lists.add(List.of());
        }
        if (lists.get(profile).isEmpty()) {
            lists.set(profile, new ArrayList<>(2));
        }
        lists.get(profile).add(seller);
    }

    long price(HelperToPair helper) {
        return costs.price(potentials.get(helper.id()));
    }

    /** The cheapest place for the household, or staying unpaired if no place is cheaper. */
    Offer cheapest(HouseholdToPair household) {
        Offer other = cheapestElsewhere(household);
        long change = household.standingHelper() == null ? 0 : costs.change();
        Offer best = new Offer(costs.unpaired(household), null);
        if (other.helper() != null && other.price() + change < best.price()) {
            best = new Offer(other.price() + change, other.helper());
        }
        HelperToPair standing = household.standingHelper() == null ? null : helpers.get(household.standingHelper());
        if (standing != null && standing.mayHelp(household)) {
            long kept = costs.fit(household, standing) + price(standing);
            best = kept < best.price() ? new Offer(kept, standing) : best;
        }
        return best;
    }

    private Offer cheapestElsewhere(HouseholdToPair household) {
        List<OfProfile> cheapestFirst = household.excluded().isEmpty()
                ? cheapestByVillage.computeIfAbsent(household.village(), village -> cheapestAt(village, Set.of()))
                : cheapestAt(household.village(), household.excluded());
        long[] misfit = misfits.computeIfAbsent(
                new Kind(household.mainCause(), household.otherCauses(), household.ethnicity()), this::misfit);
        Offer best = new Offer(Long.MAX_VALUE, null);
        for (OfProfile each : cheapestFirst) {
            if (each.offer().price() >= best.price()) {
                break;
            }
            long price = each.offer().price() + misfit[each.profile()];
            if (price < best.price()) {
                best = new Offer(price, each.offer().helper());
            }
        }
        return best;
    }

    /** The cheapest helper of each profile for a village, but for skill and language; the cheapest profile first. */
    private List<OfProfile> cheapestAt(long village, Set<UUID> excluded) {
        Offer[] best = new Offer[profiles.size()];
        Arrays.fill(best, new Offer(Long.MAX_VALUE, null));
        for (long place : Places.around(village)) {
            firstOfEach(byArea.getOrDefault(place, List.of()), village, excluded, costs.farAway(), best);
        }
        long county = Places.county(village);
        firstOfEach(byCountyOfWork.getOrDefault(county, List.of()), village, excluded, costs.sameCounty(), best);
        GeoPoint point = villages.get(village);
        if (point == null) {
            firstOfEach(
                    measuredByCountyOfWork.getOrDefault(county, List.of()),
                    village,
                    excluded,
                    costs.sameCounty(),
                    best);
        } else {
            byOffice.forEach((office, sellers) -> {
                int kilometres = office.kilometresTo(point);
                if (kilometres < Costs.FAR_KILOMETRES) {
                    long way = costs.strange() + costs.distanceByKilometres(kilometres);
                    firstOfEach(sellers, village, excluded, way, best);
                }
            });
        }
        List<List<Seller>> near = byTownship.getOrDefault(Places.township(village), List.of());
        for (int profile = 0; profile < near.size(); profile++) {
            for (Seller seller : near.get(profile)) {
                HelperToPair helper = seller.helper();
                long price = seller.price() + costs.whereabouts(village, helper);
                if (price < best[profile].price() && helper.mayHelpIn(village) && !excluded.contains(helper.id())) {
                    best[profile] = new Offer(price, helper);
                }
            }
        }
        return IntStream.range(0, best.length)
                .filter(profile -> best[profile].helper() != null)
                .mapToObj(profile -> new OfProfile(profile, best[profile]))
                .sorted(Comparator.comparingLong(each -> each.offer().price()))
                .toList();
    }

    private void firstOfEach(List<List<Seller>> lists, long village, Set<UUID> excluded, long way, Offer[] best) {
        for (int profile = 0; profile < lists.size(); profile++) {
            for (Seller seller : lists.get(profile)) {
                HelperToPair helper = seller.helper();
                if (seller.price() + way >= best[profile].price()) {
                    break;
                }
                if (helper.mayHelpIn(village) && !excluded.contains(helper.id())) {
                    best[profile] = new Offer(seller.price() + way, helper);
                }
            }
        }
    }

    private long[] misfit(Kind need) {
        long[] misfit = new long[profiles.size()];
        Arrays.setAll(
                misfit,
                i -> costs.skill(
                                need.mainCause(),
                                need.otherCauses(),
                                profiles.get(i).skills())
                        + costs.language(need.ethnicity(), profiles.get(i).ethnicity()));
        return misfit;
    }
}
