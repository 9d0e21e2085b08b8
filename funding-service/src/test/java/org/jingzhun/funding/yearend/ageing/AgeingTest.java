package org.jingzhun.funding.yearend.ageing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.yearend.ageing.Ageing.Effect;
import org.junit.jupiter.api.Test;

class AgeingTest {

    private static final UUID SOURCE = new UUID(0, 1);
    private static final UUID RECLAIMED = new UUID(0, 2);

    private final Ageing ageing = new Ageing();

    private static UUID account(int number) {
        return new UUID(1, number);
    }

    private static Movement to(int number, int year, long fen) {
        return new Movement(account(number), SOURCE, year, false, Money.ofFen(fen));
    }

    private static Movement given(int year, long fen) {
        return new Movement(account(100 + year), SOURCE, year, true, Money.ofFen(-fen));
    }

    private void follow(Movement... movements) {
        ageing.follow(List.of(movements), Effect.KEEPS);
    }

    private static Lot lot(int origin, long fen) {
        return new Lot(origin, Money.ofFen(fen));
    }

    @Test
    void moneyKeepsItsYearOverAYearEnd() {
        follow(given(2016, 100), to(1, 2016, 100));
        follow(to(1, 2016, -70), to(2, 2017, 70));
        assertThat(ageing.of(account(1))).containsExactly(lot(2016, 30));
        assertThat(ageing.of(account(2))).containsExactly(lot(2016, 70));
    }

    @Test
    void theOldestGoesFirst() {
        follow(given(2016, 100), to(2, 2017, 100));
        follow(given(2017, 50), to(2, 2017, 50));
        follow(to(2, 2017, -120), to(3, 2017, 120));
        assertThat(ageing.of(account(2))).containsExactly(lot(2017, 30));
        assertThat(ageing.of(account(3))).containsExactly(lot(2016, 100), lot(2017, 20));
    }

    @Test
    void movingToAndFroMakesNothingYounger() {
        follow(given(2015, 10), to(1, 2017, 10));
        for (int turn = 0; turn < 5; turn++) {
            follow(to(1, 2017, -10), to(2, 2017, 10));
            follow(to(2, 2017, -10), to(1, 2017, 10));
        }
        assertThat(ageing.of(account(1))).containsExactly(lot(2015, 10));
    }

    @Test
    void anAccountThatGivesBeforeItReceivesInTheSameEntryMovesByTheDifference() {
        follow(given(2015, 10), to(1, 2016, 10));
        follow(given(2016, 30), to(2, 2016, 30));
        follow(to(1, 2016, -15), to(2, 2016, -20), to(1, 2016, 20), to(3, 2017, 15));
        assertThat(ageing.of(account(1))).containsExactly(lot(2015, 10), lot(2016, 5));
        assertThat(ageing.of(account(2))).containsExactly(lot(2016, 10));
        assertThat(ageing.of(account(3))).containsExactly(lot(2016, 15));
    }

    @Test
    void accountsOfOneEntryDoNotMixTheirAges() {
        follow(given(2015, 10), to(1, 2016, 10));
        follow(given(2016, 20), to(2, 2016, 20));
        follow(to(1, 2016, -10), to(3, 2017, 10), to(2, 2016, -20), to(4, 2017, 20));
        assertThat(ageing.of(account(3))).containsExactly(lot(2015, 10));
        assertThat(ageing.of(account(4))).containsExactly(lot(2016, 20));
    }

    @Test
    void aReceiverMayStandBeforeItsGiver() {
        follow(given(2016, 10), to(1, 2016, 10));
        follow(to(2, 2016, 4), to(1, 2016, -4));
        assertThat(ageing.of(account(2))).containsExactly(lot(2016, 4));
    }

    @Test
    void whatGoesBackToItsSourceIsGone() {
        follow(given(2016, 10), to(1, 2016, 10));
        follow(new Movement(account(2116), SOURCE, 2016, true, Money.ofFen(10)), to(1, 2016, -10));
        assertThat(ageing.of(account(1))).isEmpty();
    }

    @Test
    void whatIsTakenBackIsGivenAnew() {
        follow(given(2015, 10), to(1, 2018, 10));
        ageing.follow(
                List.of(to(1, 2018, -10), new Movement(account(9), RECLAIMED, 2018, false, Money.ofFen(10))),
                Effect.RENEWS);
        assertThat(ageing.of(account(1))).isEmpty();
        assertThat(ageing.of(account(9))).containsExactly(lot(2018, 10));
    }

    @Test
    void yearsAreCountedByTheirEnds() {
        assertThat(lot(2016, 1).age(2016)).isZero();
        assertThat(lot(2016, 1).age(2018)).isEqualTo(2);
        assertThat(lot(2019, 1).age(2018)).isZero();
    }

    /** Whatever is moved where: what accounts hold by age is what they hold, and no money is from a year that gave none. */
    @Property(tries = 60)
    void theLotsAreTheBalances(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var random = new Random(seed);
        var followed = new Ageing();
        Map<UUID, Long> balances = new HashMap<>();
        for (int entry = 0; entry < 200; entry++) {
            List<Movement> movements = new ArrayList<>();
            long fen = 1L + random.nextInt(1000);
            int from = random.nextInt(6);
            long held = balances.getOrDefault(account(from), 0L);
            if (random.nextInt(3) == 0 || held == 0) {
                movements.add(given(2014 + random.nextInt(4), fen));
            } else {
                fen = 1 + random.nextLong(held);
                movements.add(to(from, 2017, -fen));
                balances.merge(account(from), -fen, Long::sum);
            }
            int to = random.nextInt(6);
            movements.add(random.nextInt(movements.size() + 1), to(to, 2017, fen));
            balances.merge(account(to), fen, Long::sum);
            followed.follow(movements, Effect.KEEPS);
        }
        balances.forEach((account, balance) -> {
            var lots = followed.of(account);
            assertThat(lots.stream().mapToLong(lot -> lot.amount().fen()).sum()).isEqualTo(balance);
            assertThat(lots).allMatch(lot -> lot.origin() >= 2014 && lot.origin() <= 2017);
        });
    }
}
