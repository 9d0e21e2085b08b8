package org.jingzhun.identification.observed.pairing;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The cadre who helps a household, or helped it last (帮扶干部).
 *
 * @param until last day; null while it stands
 */
@Schema(name = "HelperOfHousehold")
public record Helper(
        UUID helperId,
        String name,
        String unit,
        @Nullable String post,
        LocalDate since,
        @Nullable LocalDate until,
        String state) {}
