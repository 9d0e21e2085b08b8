package org.jingzhun.pairing.helper.web;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.helper.Unit;
import org.jingzhun.pairing.helper.UnitLevel;
import org.jspecify.annotations.Nullable;

/** A unit as its readers see it. */
@Schema(name = "Unit")
public record UnitView(
        UUID id,
        String name,
        UnitLevel level,

        @Schema(description = "12 digits: the area in which it helps.")
        String division,

        @Schema(description = "12 digits: the township or county in which its people work.") @Nullable
        String seat,

        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,

        long revision) {

    static UnitView of(Unit unit) {
        return new UnitView(
                unit.id(),
                unit.name(),
                unit.level(),
                String.valueOf(unit.division()),
                unit.seat() == null ? null : String.valueOf(unit.seat()),
                unit.latitude(),
                unit.longitude(),
                unit.revision());
    }
}
