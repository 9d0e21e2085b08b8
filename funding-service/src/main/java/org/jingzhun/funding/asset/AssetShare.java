package org.jingzhun.funding.asset;

import java.util.UUID;
import org.jingzhun.funding.asset.share.Dividends.Holding;
import org.jspecify.annotations.Nullable;

/**
 * A share as it is or was held (股份). It never changes; it ends, and others begin.
 *
 * @param openedBy the assignment that gave it
 * @param closedBy the assignment that took it, null while it is held
 */
public record AssetShare(
        UUID id, Holding holding, UUID openedBy, @Nullable UUID closedBy) {}
