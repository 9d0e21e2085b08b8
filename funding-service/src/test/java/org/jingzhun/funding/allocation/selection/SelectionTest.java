package org.jingzhun.funding.allocation.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jingzhun.funding.allocation.selection.Limits.PlaceCap;
import org.jingzhun.funding.allocation.selection.SelectionResult.Decision;
import org.jingzhun.funding.allocation.selection.SelectionResult.Impossible;
import org.jingzhun.funding.allocation.selection.SelectionResult.NotProven;
import org.jingzhun.funding.allocation.selection.SelectionResult.Refuser;
import org.jingzhun.funding.allocation.selection.SelectionResult.Selected;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final double EFFORT = 10;
    private static final SortedMap<String, Money> NO_KINDS = new TreeMap<>();

    @Test
    void aTenthMoreScoreBeatsMoreMoneySpentAndEveryRefusalHasItsPrice() {
        var proposals = List.of(
                proposal(1, 9_000, 60, "ROAD", null),
                proposal(2, 8_000, 50, "CROP", null),
                proposal(3, 7_500, 50, "CROP", null),
                proposal(4, 5_000, 10, "CROP", null));
        var selected = selected(proposals, limits(100, 6_000));
        assertThat(selected.score()).isEqualTo(15_500).isEqualTo(selected.bound());
        assertThat(selected.cost()).isEqualTo(Money.ofFen(100)).isEqualTo(selected.costBound());
        assertThat(funded(selected)).containsExactly(2, 3);
        var road = selected.decisions().getFirst();
        assertThat(road.refusedBy()).containsExactly(Refuser.BUDGET);
        assertThat(road.price()).isEqualTo(new SelectionResult.Price(6_500, true, true));
        var low = selected.decisions().getLast();
        assertThat(low.refusedBy()).containsExactly(Refuser.MINIMUM_SCORE, Refuser.BUDGET);
        assertThat(low.price()).isEqualTo(new SelectionResult.Price(1_500, true, true));
    }

    @Test
    void capsGroupsAndMustFundsAreKeptAndNamed() {
        var must = new Proposal(id(5), 450_821_100_201L, "ROAD", 100, Money.ofFen(30), true, null);
        var proposals = List.of(
                proposal(1, 9_000, 20, "CROP", "tea"),
                proposal(2, 8_000, 10, "CROP", "tea"),
                proposal(3, 7_000, 90, "CROP", null),
                new Proposal(id(4), 450_822_100_201L, "ROAD", 9_900, Money.ofFen(45), false, null),
                must);
        var kinds = new TreeMap<>(NO_KINDS);
        kinds.put("CROP", Money.ofFen(80));
        var limits = new Limits(
                Money.ofFen(200),
                6_000,
                List.of(new PlaceCap(450_822_000_000L, 450_822_999_999L, Money.ofFen(40))),
                kinds);
        var selected = selected(proposals, limits);
        assertThat(funded(selected)).containsExactly(1, 5);
        assertThat(selected.decisions().get(1).refusedBy()).containsExactly(Refuser.EXCLUSIVE_GROUP);
        assertThat(selected.decisions().get(1).price()).isEqualTo(new SelectionResult.Price(1_000, true, true));
        assertThat(selected.decisions().get(2).refusedBy()).containsExactly(Refuser.KIND_CAP);
        assertThat(selected.decisions().get(2).price())
                .extracting(SelectionResult.Price::possible)
                .isEqualTo(false);
        assertThat(selected.decisions().get(3).refusedBy()).containsExactly(Refuser.PLACE_CAP);
    }

    @Test
    void equalChoicesFallToTheCheaperAndThenToTheEarlier() {
        var cheaper = List.of(proposal(1, 8_000, 60, "ROAD", null), proposal(2, 8_000, 50, "ROAD", null));
        assertThat(funded(selected(cheaper, limits(60, 0)))).containsExactly(2);
        var alike = List.of(
                proposal(1, 8_000, 60, "ROAD", null),
                proposal(2, 8_000, 60, "ROAD", null),
                proposal(3, 8_000, 60, "ROAD", null));
        var selected = selected(alike, limits(130, 0));
        assertThat(funded(selected)).containsExactly(1, 2);
        assertThat(selected.decisions().getLast().price()).isEqualTo(new SelectionResult.Price(0, true, true));
    }

    @Test
    void rulesThatContradictEachOtherAreNamed() {
        var must = List.of(
                new Proposal(id(1), 450_821_100_201L, "ROAD", 9_000, Money.ofFen(60), true, "tea"),
                new Proposal(id(2), 450_821_100_201L, "ROAD", 9_000, Money.ofFen(30), true, "tea"));
        assertThat(Selection.select(must, limits(100, 0), EFFORT))
                .isInstanceOfSatisfying(
                        Impossible.class, no -> assertThat(no.rule()).isEqualTo(Refuser.EXCLUSIVE_GROUP));
        var twice = List.of(proposal(1, 1, 1, "ROAD", null), proposal(1, 1, 1, "ROAD", null));
        assertThatThrownBy(() -> Selection.select(twice, limits(100, 0), EFFORT))
                .hasMessageContaining("different ids");
    }

    @Test
    void anAnswerThatIsNotProvenIsNoAnswer() {
        var random = new Random(7);
        var proposals = new ArrayList<Proposal>();
        for (int p = 0; p < 60; p++) {
            proposals.add(
                    proposal(p, 5_000 + random.nextInt(5_000), 10_000_000 + random.nextInt(90_000_000), "K", null));
        }
        assertThat(Selection.select(proposals, limits(1_000_000_000, 0), 1e-7)).isInstanceOf(NotProven.class);
    }

    @Provide
    Arbitrary<List<Proposal>> proposals() {
        var one = Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of("ROAD", "CROP"),
                        Arbitraries.of("", "", "tea", "bee"),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(9, false), net.jqwik.api.Tuple.of(1, true)))
                .as((score, cost, kind, group, county, must) -> new Proposal(
                        id(0),
                        450_821_100_201L + county * 1_000_000L,
                        kind,
                        score,
                        Money.ofFen(cost),
                        must,
                        group.isEmpty() ? null : group));
        return one.list().ofMinSize(1).ofMaxSize(8).map(list -> {
            var numbered = new ArrayList<Proposal>();
            for (var p : list) {
                numbered.add(new Proposal(
                        id(numbered.size()), p.division(), p.kind(), p.score(), p.cost(), p.mustFund(), p.group()));
            }
            return numbered;
        });
    }

    /** Held against the trial of every choice there is. */
    @Property(tries = 60)
    void noChoiceIsBetterAndEveryPriceIsThatOfTheBestChoiceWithTheProposal(
            @ForAll("proposals") List<Proposal> proposals, @ForAll long seed) {
        var kinds = new TreeMap<>(NO_KINDS);
        kinds.put("CROP", Money.ofFen(12));
        var limits = new Limits(
                Money.ofFen(20), 2, List.of(new PlaceCap(450_822_000_000L, 450_822_999_999L, Money.ofFen(9))), kinds);
        var shuffled = new ArrayList<>(proposals);
        Collections.shuffle(shuffled, new Random(seed));
        var result = Selection.select(shuffled, limits, EFFORT);
        var best = bestWith(proposals, limits, null);
        if (best == null) {
            assertThat(result).isInstanceOf(Impossible.class);
            return;
        }
        var selected = (Selected) result;
        assertThat(selected.score()).isEqualTo(best.score);
        assertThat(selected.cost().fen()).isEqualTo(best.cost);
        assertThat(funded(selected)).isEqualTo(best.ids);
        for (int p = 0; p < proposals.size(); p++) {
            var price = selected.decisions().get(p).price();
            if (price != null) {
                var with = bestWith(proposals, limits, p);
                assertThat(price.possible()).isEqualTo(with != null);
                if (with != null) {
                    assertThat(price.loss()).isEqualTo(best.score - with.score);
                }
            }
        }
    }

    private record Choice(long score, long cost, List<Integer> ids) {

        boolean beats(Choice other) {
            if (score != other.score) {
                return score > other.score;
            }
            return cost != other.cost ? cost < other.cost : earlier(ids, other.ids);
        }

        private static boolean earlier(List<Integer> a, List<Integer> b) {
            for (int p = 0; p < 64; p++) {
                if (a.contains(p) != b.contains(p)) {
                    return a.contains(p);
                }
            }
            return false;
        }
    }

    private static @Nullable Choice bestWith(List<Proposal> proposals, Limits limits, @Nullable Integer forced) {
        Choice best = null;
        for (int set = 0; set < 1 << proposals.size(); set++) {
            var chosen = new ArrayList<Proposal>();
            var ids = new ArrayList<Integer>();
            boolean allowed = true;
            for (int p = 0; p < proposals.size(); p++) {
                var proposal = proposals.get(p);
                boolean in = (set >> p & 1) == 1;
                if (in) {
                    chosen.add(proposal);
                    ids.add(p);
                }
                boolean settled = forced != null && forced == p;
                allowed &= in || !(proposal.mustFund() || settled);
                allowed &= !in || proposal.mustFund() || settled || proposal.score() >= limits.minimumScore();
            }
            var free = new Limits(limits.budget(), 0, limits.places(), limits.kinds());
            if (allowed && Selection.isAllowed(chosen, free)) {
                var choice = new Choice(
                        chosen.stream().mapToLong(Proposal::score).sum(),
                        chosen.stream().mapToLong(p -> p.cost().fen()).sum(),
                        ids);
                if (best == null || choice.beats(best)) {
                    best = choice;
                }
            }
        }
        return best;
    }

    private static UUID id(int number) {
        return new UUID(0x01956a1f7c007000L, 0x8000000000000000L + number);
    }

    private static Proposal proposal(int number, int score, long cost, String kind, @Nullable String group) {
        return new Proposal(id(number), 450_821_100_201L, kind, score, Money.ofFen(cost), false, group);
    }

    private static Limits limits(long budget, int minimum) {
        return new Limits(Money.ofFen(budget), minimum, List.of(), NO_KINDS);
    }

    private static Selected selected(List<Proposal> proposals, Limits limits) {
        return (Selected) Selection.select(proposals, limits, EFFORT);
    }

    private static List<Integer> funded(Selected selected) {
        return selected.decisions().stream()
                .filter(Decision::funded)
                .map(d -> (int) (d.id().getLeastSignificantBits() & 0xFF))
                .toList();
    }
}
