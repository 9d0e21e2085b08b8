package org.jingzhun.funding.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.funding.source.Sources;
import org.jspecify.annotations.Nullable;

/** Records assets and the contracts with their operators (资产登记). */
@ApplicationScoped
public class AssetKeeping {

    private final Assets assets;
    private final AssetRules rules;
    private final Sources sources;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    AssetKeeping(Assets assets, AssetRules rules, Sources sources, Audit audit, CurrentCaller caller, Clock clock) {
        this.assets = assets;
        this.rules = rules;
        this.sources = sources;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** An asset and whether it was new. */
    public record Recorded(Asset asset, boolean created) {}

    /**
     * Records an asset, or describes a known one anew; what shares were made of stays.
     *
     * @param ifMatch the revision seen by the client; needed to change a known asset
     * @throws AssetRefusal if the place is foreign, the floor is too low, or something fixed would change
     * @throws org.jingzhun.funding.source.SourceRefusal.UnknownSource if there is no such source
     */
    @Transactional
    public Recorded record(UUID id, AssetData data, @Nullable String ifMatch) {
        if (!caller.get().area().covers(data.division())) {
            throw new AssetRefusal.OutsideArea(data.division());
        }
        if (!data.endsOn().isAfter(data.startsOn())) {
            throw new AssetRefusal.NotNow(AssetRefusal.Reason.CONTRACT_DATES, data.startsOn());
        }
        var floor = rules.get(AssetRule.Rule.FLOOR_RATE_MINIMUM, data.division(), data.startsOn());
        if (data.terms().floorRate() < floor.value()) {
            throw new AssetRefusal.FloorTooLow(data.terms().floorRate(), floor.value());
        }
        var source = sources.get(data.sourceId());
        var known = assets.find(id);
        if (known.isPresent()) {
            var before = assets.lock(id);
            Revisions.require(ifMatch, before.revision());
            if (before.shared().isPositive() && !data.sameSubstanceAs(before.data())) {
                throw new AssetRefusal.NotNow(AssetRefusal.Reason.ASSET_FIXED, before.shared());
            }
            assets.update(id, data, floor.version());
        } else {
            assets.insert(id, data, floor.version(), caller.get().subject(), clock.instant());
        }
        audit.record(AuditEntry.of(known.isPresent() ? "asset-changed" : "asset-recorded", "asset", id)
                .in(data.division())
                .with("source", source.name())
                .with("value", data.value().toString()));
        return new Recorded(assets.get(id), known.isEmpty());
    }
}
