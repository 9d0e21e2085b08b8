package org.jingzhun.funding.moneytrail;

import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a trail is about.
 *
 * @param source null for all
 * @param subject a project, fund, pool or asset; null for all accounts
 * @param year of the budget, null for all
 */
public record Selection(
        @Nullable UUID source,
        @Nullable UUID subject,
        @Nullable Integer year,
        Area area) {}
