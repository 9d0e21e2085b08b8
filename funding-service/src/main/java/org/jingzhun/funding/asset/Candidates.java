package org.jingzhun.funding.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.funding.asset.share.Candidate;
import org.jingzhun.funding.asset.share.Holder;
import org.jingzhun.funding.observed.identification.ShareCandidates;
import org.jingzhun.funding.observed.identification.ShareCandidates.Registered;
import org.jspecify.annotations.Nullable;

/** Who may get shares of an asset: poor households of its county that hold none of it yet. */
@ApplicationScoped
class Candidates {

    private static final int SHOWN = 20;
    private static final long COUNTY = 1_000_000;

    private final ShareCandidates households;
    private final AssetShares shares;

    Candidates(ShareCandidates households, AssetShares shares) {
        this.households = households;
        this.shares = shares;
    }

    /** @throws AssetRefusal.HoldersNotEligible if somebody named may not */
    List<Candidate> list(Asset asset, AssignmentOrder order) {
        var holding = new HashSet<>(shares.listHolders(asset.id()));
        var area = order.area();
        if (area != null) {
            return households.listPoor(area).stream()
                    .filter(h -> h.village() / COUNTY * COUNTY == asset.data().county())
                    .filter(h -> h.withoutLabour() || !order.onlyWithoutLabour())
                    .map(h -> new Candidate(new Holder(h.village(), h.id()), 1, h.withoutLabour()))
                    .filter(c -> !holding.contains(c.holder()))
                    .toList();
        }
        Map<UUID, Registered> known = new HashMap<>();
        households
                .list(order.candidates().stream()
                        .map(AssignmentOrder.Named::householdId)
                        .toList())
                .forEach(h -> known.put(h.id(), h));
        var refused = order.candidates().stream()
                .filter(named -> !mayHold(known.get(named.householdId()), asset, holding))
                .map(named -> named.householdId().toString())
                .limit(SHOWN)
                .toList();
        if (!refused.isEmpty()) {
            throw new AssetRefusal.HoldersNotEligible(refused);
        }
        return order.candidates().stream()
                .map(named -> candidate(named, Objects.requireNonNull(known.get(named.householdId()), "known")))
                .filter(c -> c.withoutLabour() || !order.onlyWithoutLabour())
                .toList();
    }

    private static boolean mayHold(@Nullable Registered household, Asset asset, Set<Holder> holding) {
        return household != null
                && household.poor()
                && household.village() / COUNTY * COUNTY == asset.data().county()
                && !holding.contains(new Holder(household.village(), household.id()));
    }

    private static Candidate candidate(AssignmentOrder.Named named, Registered household) {
        return new Candidate(
                new Holder(household.village(), household.id()),
                named.weight(),
                Objects.requireNonNullElse(named.withoutLabour(), household.withoutLabour()));
    }
}
