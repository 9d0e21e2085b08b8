package org.jingzhun.pairing.responsibility;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Level;
import org.jingzhun.pairing.responsibility.schedule.Shares;
import org.jspecify.annotations.Nullable;

/** Sets targets, lays them over the years and shares them out below (目标分解). */
@ApplicationScoped
public class Setting {

    private static final int LONGEST = 20;

    private final Targets targets;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Setting(Targets targets, CurrentCaller caller, Audit audit, Clock clock) {
        this.targets = targets;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A target to be set. */
    public record Order(
            long division, Measure measure, int firstYear, int finalYear, int total, int atLeast, String document) {}

    /**
     * Sets a target; it takes the place of the one that stood.
     *
     * @throws ResponsibilityRefusal if the division is not the caller's, or the years do not fit
     */
    @Transactional
    public Target set(Order order) {
        if (!caller.get().area().covers(Area.ofPrefix(Long.toString(order.division())))
                || !targets.isKnown(order.division())) {
            throw new ResponsibilityRefusal.ForeignDivision(order.division());
        }
        if (order.finalYear() < order.firstYear() || order.finalYear() > order.firstYear() + LONGEST) {
            throw new ResponsibilityRefusal.BadYears();
        }
        var target = target(null, order.division(), order, order.total());
        targets.add(List.of(target), caller.get().subject(), clock.instant());
        audit.record(AuditEntry.of("target-set", "target", target.id())
                .in(order.division())
                .with("total", order.total()));
        return get(target.id());
    }

    /**
     * Shares a target out to the divisions of the next level, by the poor (or poor villages) that each has.
     *
     * @return the targets below, by division
     * @throws ResponsibilityRefusal if there is no such target, or nothing below it
     */
    @Transactional
    public List<Target> share(UUID id) {
        var whole = get(id);
        var level = Level.of(whole.division());
        var unit = level.below().map(Level::unit).orElseThrow(ResponsibilityRefusal.NothingToShareBy::new);
        var weights = targets.weights(whole.measure(), unit, Area.ofPrefix(Long.toString(whole.division())));
        if (weights.isEmpty()) {
            throw new ResponsibilityRefusal.NothingToShareBy();
        }
        var shares = Shares.of(whole.total(), List.copyOf(weights.values()));
        var order = new Order(
                whole.division(),
                whole.measure(),
                whole.firstYear(),
                whole.finalYear(),
                whole.total(),
                0,
                whole.document());
        var below = new ArrayList<Target>();
        int i = 0;
        for (long division : weights.keySet()) {
            int share = shares.get(i++);
            if (share > 0) {
                below.add(target(id, division, order, share));
            }
        }
        targets.add(below, caller.get().subject(), clock.instant());
        audit.record(AuditEntry.of("target-shared", "target", id)
                .in(whole.division())
                .with("divisions", below.size()));
        return targets.withProgress(below, thisYear());
    }

    /** @throws ResponsibilityRefusal.Unknown if there is none */
    @Transactional
    public Target get(UUID id) {
        return targets.find(id, thisYear()).orElseThrow(() -> new ResponsibilityRefusal.Unknown(id));
    }

    /** In the time of the region. */
    public int thisYear() {
        return Clocks.today(clock).getYear();
    }

    private static Target target(@Nullable UUID parent, long division, Order order, int total) {
        int count = order.finalYear() - order.firstYear() + 1;
        var due = Shares.over(count, total, order.atLeast());
        return new Target(
                UuidCreator.getTimeOrderedEpochPlus1(),
                parent,
                division,
                order.measure(),
                order.firstYear(),
                order.finalYear(),
                total,
                order.atLeast(),
                order.document(),
                IntStream.range(0, count)
                        .mapToObj(i -> new Target.Year(order.firstYear() + i, due.get(i), 0, 0, null))
                        .toList());
    }
}
