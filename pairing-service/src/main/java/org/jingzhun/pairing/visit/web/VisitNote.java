package org.jingzhun.pairing.visit.web;

import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.visit.Visits;
import org.jspecify.annotations.Nullable;

/** A hint beside a visit that was recorded. */
@Schema(name = "VisitNote")
public record VisitNote(
        @Schema(description = "visited-this-month.") String code,

        @Schema(description = "In the client's language.") String detail,

        @Schema(description = "The visit that the hint is about.")
        UUID visitId,

        LocalDate visitedOn) {

    private static final String SAME_MONTH = "visited-this-month";

    /** @param earlier in the same month; null for none */
    public static List<VisitNote> of(Visits.@Nullable Earlier earlier, RoutingContext exchange) {
        return earlier == null
                ? List.of()
                : List.of(new VisitNote(
                        SAME_MONTH,
                        Problems.detail(SAME_MONTH, List.of(earlier.visitedOn()), exchange),
                        earlier.visitId(),
                        earlier.visitedOn()));
    }
}
