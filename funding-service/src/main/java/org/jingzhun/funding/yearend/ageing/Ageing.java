package org.jingzhun.funding.yearend.ageing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Follows money through a county's journal by the years it is from: it keeps its year wherever it goes, and of an account
 * the oldest leaves first. So neither a carry-over nor moving money to and fro makes it younger.
 */
public final class Ageing {

    private final Map<UUID, Lots> lots = new HashMap<>();

    /** What an entry does to the age of its money. */
    public enum Effect {
        /** It keeps its year. */
        KEEPS,
        /** It was taken back and is given anew: what arrives is of the year in which it arrives. */
        RENEWS
    }

    /**
     * The next entry of the journal. An account that gives and receives in it moves by the difference: an entry happens at
     * once, whatever the order of its lines.
     *
     * @param movements in the order of its lines; they sum to nothing
     */
    public void follow(List<Movement> movements, Effect effect) {
        Map<UUID, Lots> onTheWay = new LinkedHashMap<>();
        List<Unmet> unmet = new ArrayList<>();
        for (var movement : byAccount(movements)) {
            var way = onTheWay.computeIfAbsent(movement.source(), source -> new Lots());
            long fen = movement.amount().fen();
            if (fen < 0) {
                leave(movement, way, -fen);
            } else {
                long missing = effect == Effect.RENEWS ? renew(movement, fen) : way.moveTo(at(movement), fen);
                if (missing > 0) {
                    unmet.add(new Unmet(movement, missing));
                }
            }
        }
        unmet.forEach(one -> arriveLate(one, onTheWay));
    }

    private static Collection<Movement> byAccount(List<Movement> movements) {
        Map<UUID, Movement> whole = new LinkedHashMap<>();
        movements.forEach(movement -> whole.merge(movement.account(), movement, Movement::and));
        return whole.values();
    }

    /** As it stood, by account. */
    public static Ageing of(Map<UUID, List<Lot>> lots) {
        var ageing = new Ageing();
        lots.forEach((account, held) -> {
            var kept = ageing.lots.computeIfAbsent(account, key -> new Lots());
            held.forEach(lot -> kept.add(lot.origin(), lot.amount().fen()));
        });
        return ageing;
    }

    /** What each account holds, the oldest first. */
    public Map<UUID, List<Lot>> all() {
        Map<UUID, List<Lot>> all = new HashMap<>();
        lots.forEach((account, held) -> all.put(account, held.list()));
        return all;
    }

    /** What an account holds, the oldest first. */
    public List<Lot> of(UUID account) {
        var held = lots.get(account);
        return held == null ? List.of() : held.list();
    }

    private Lots at(Movement movement) {
        return movement.outside() ? new Lots() : lots.computeIfAbsent(movement.account(), account -> new Lots());
    }

    private void leave(Movement movement, Lots way, long fen) {
        if (movement.outside()) {
            way.add(movement.year(), fen);
            return;
        }
        // what an account does not have cannot be older than the account
        way.add(movement.year(), at(movement).moveTo(way, fen));
    }

    private long renew(Movement movement, long fen) {
        at(movement).add(movement.year(), fen);
        return 0;
    }

    private record Unmet(Movement movement, long fen) {}

    /** Receivers that stand before their givers, and those of another source. */
    private void arriveLate(Unmet unmet, Map<UUID, Lots> onTheWay) {
        var movement = unmet.movement();
        var account = at(movement);
        long rest = unmet.fen();
        var own = onTheWay.get(movement.source());
        if (own != null) {
            rest = own.moveTo(account, rest);
        }
        for (var way : onTheWay.values()) {
            rest = way.moveTo(account, rest);
        }
        account.add(movement.year(), rest);
    }
}
