package org.jingzhun.funding.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A floor and cap for one division, in place of the plan's; of a competitive plan the cap alone, for all proposals there.
 *
 * @param division 12 digits
 * @param floorFen the least it gets
 * @param capFen the most it gets, null for no cap
 */
@Embeddable
public record PlaceBound(
        long division,
        @Column(name = "floor_fen") long floorFen,
        @Column(name = "cap_fen") @Nullable Long capFen) {}
