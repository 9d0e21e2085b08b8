package org.jingzhun.pairing.social.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jingzhun.pairing.social.matching.SocialMatching.Match;
import org.jingzhun.pairing.social.matching.SocialMatching.Need;
import org.jingzhun.pairing.social.matching.SocialMatching.Offer;
import org.junit.jupiter.api.Test;

/** Never more than there is, never outside of the offer's place or time, as cheap as brute force, and better than greed. */
class SocialMatchingTest {

    private static final LocalDate TODAY = LocalDate.of(2017, 10, 17);

    private static final long[] VILLAGES = {450340100201L, 450340100202L, 450340101201L, 450341100201L};
    private static final long[] PLACES = {
        450340100201L, 450340100000L, 450340000000L, 450341000000L, 450300000000L, 450000000000L
    };

    @Test
    void aWideOfferIsKeptForTheVillageThatNothingElseReaches() {
        var wide = new Offer(new UUID(0, 1), 450340000000L, 5, TODAY);
        var narrow = new Offer(new UUID(0, 2), VILLAGES[0], 5, TODAY);
        var first = new Need(new UUID(0, 3), VILLAGES[0], 5, 1000, TODAY);
        var second = new Need(new UUID(0, 4), VILLAGES[1], 5, 1000, TODAY);

        assertThat(greedy(List.of(first, second), List.of(wide, narrow))).hasSize(1);
        assertThat(SocialMatching.of(List.of(first, second), List.of(wide, narrow)))
                .containsExactlyInAnyOrder(new Match(first.id(), narrow.id(), 5), new Match(second.id(), wide.id(), 5));
    }

    @Test
    void whatIsThereNowIsKeptForTheNeedThatCannotWait() {
        var now = new Offer(new UUID(0, 1), VILLAGES[0], 5, TODAY);
        var later = new Offer(new UUID(0, 2), VILLAGES[0], 5, TODAY.plusDays(3));
        var patient = new Need(new UUID(0, 3), VILLAGES[0], 5, 1000, TODAY.plusDays(3));
        var urgent = new Need(new UUID(0, 4), VILLAGES[0], 5, 1000, TODAY.plusDays(2));

        assertThat(greedy(List.of(patient, urgent), List.of(now, later))).hasSize(1);
        assertThat(SocialMatching.of(List.of(patient, urgent), List.of(now, later)))
                .containsExactlyInAnyOrder(new Match(patient.id(), later.id(), 5), new Match(urgent.id(), now.id(), 5));
        assertThat(SocialMatching.of(List.of(urgent), List.of(later))).isEmpty();
    }

    @Test
    void noRuleMeetsMoreOrNearer() {
        var random = new Random(20171017);
        boolean better = false;
        for (int round = 0; round < 300; round++) {
            var needs = needs(random, 3);
            var offers = offers(random, 3);
            var matches = SocialMatching.of(needs, offers);
            requireSound(needs, offers, matches);
            long cost = SocialMatching.cost(needs, offers, matches);
            assertThat(cost).isEqualTo(cheapest(needs, offers));
            long byGreed = SocialMatching.cost(needs, offers, greedy(needs, offers));
            assertThat(cost).isLessThanOrEqualTo(byGreed);
            better |= cost < byGreed;
            var otherNeeds = new ArrayList<>(needs);
            Collections.shuffle(otherNeeds, random);
            var otherOffers = new ArrayList<>(offers);
            Collections.shuffle(otherOffers, random);
            assertThat(SocialMatching.of(otherNeeds, otherOffers)).isEqualTo(matches);
        }
        assertThat(better).isTrue();
    }

    private static void requireSound(List<Need> needs, List<Offer> offers, List<Match> matches) {
        Map<UUID, Integer> used = new HashMap<>();
        for (var match : matches) {
            var need = needs.stream()
                    .filter(each -> each.id().equals(match.need()))
                    .findFirst()
                    .orElseThrow();
            assertThat(offers)
                    .filteredOn(each -> each.id().equals(match.offer()))
                    .allSatisfy(offer -> assertThat(fits(offer, need)).isTrue())
                    .hasSize(1);
            used.merge(match.need(), match.amount(), Integer::sum);
            used.merge(match.offer(), match.amount(), Integer::sum);
        }
        needs.forEach(need -> assertThat(used.getOrDefault(need.id(), 0)).isLessThanOrEqualTo(need.amount()));
        offers.forEach(offer -> assertThat(used.getOrDefault(offer.id(), 0)).isLessThanOrEqualTo(offer.amount()));
    }

    private static List<Need> needs(Random random, int count) {
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            needs.add(new Need(
                    new UUID(1, i),
                    VILLAGES[random.nextInt(VILLAGES.length)],
                    random.nextInt(1, 3),
                    random.nextInt(50, 60),
                    TODAY.plusDays(random.nextInt(4))));
        }
        return needs;
    }

    private static List<Offer> offers(Random random, int count) {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            offers.add(new Offer(
                    new UUID(2, i),
                    PLACES[random.nextInt(PLACES.length)],
                    random.nextInt(1, 3),
                    TODAY.plusDays(random.nextInt(4))));
        }
        return offers;
    }

    private static boolean fits(Offer offer, Need need) {
        return !offer.from().isAfter(need.neededBy()) && reaches(offer, need);
    }

    private static boolean reaches(Offer offer, Need need) {
        for (long unit : new long[] {1, 1_000, 1_000_000, 100_000_000, 10_000_000_000L}) {
            if (offer.division() == need.village() - need.village() % unit) {
                return true;
            }
        }
        return false;
    }

    /** Needs in their order take from offers in theirs. */
    private static List<Match> greedy(List<Need> needs, List<Offer> offers) {
        Map<UUID, Integer> left = new HashMap<>();
        offers.forEach(offer -> left.put(offer.id(), offer.amount()));
        List<Match> matches = new ArrayList<>();
        for (var need : needs) {
            int open = need.amount();
            for (var offer : offers) {
                int taken = fits(offer, need) ? Math.min(open, left.getOrDefault(offer.id(), 0)) : 0;
                if (taken > 0) {
                    matches.add(new Match(need.id(), offer.id(), taken));
                    left.merge(offer.id(), -taken, Integer::sum);
                    open -= taken;
                }
            }
        }
        return matches;
    }

    /** Every way to give each unit of each need to an offer or to none. */
    private static long cheapest(List<Need> needs, List<Offer> offers) {
        List<Need> units = new ArrayList<>();
        needs.forEach(need -> units.addAll(Collections.nCopies(need.amount(), need)));
        int[] left = offers.stream().mapToInt(Offer::amount).toArray();
        return cheapest(units, 0, offers, left);
    }

    private static long cheapest(List<Need> units, int from, List<Offer> offers, int[] left) {
        if (from == units.size()) {
            return 0;
        }
        var unit = units.get(from);
        long best = unit.weight() + cheapest(units, from + 1, offers, left);
        var one = new Need(unit.id(), unit.village(), 1, unit.weight(), unit.neededBy());
        for (int i = 0; i < left.length; i++) {
            if (left[i] > 0 && fits(offers.get(i), unit)) {
                left[i]--;
                long here = SocialMatching.cost(
                        List.of(one),
                        offers,
                        List.of(new Match(unit.id(), offers.get(i).id(), 1)));
                best = Math.min(best, here + cheapest(units, from + 1, offers, left));
                left[i]++;
            }
        }
        return best;
    }
}
