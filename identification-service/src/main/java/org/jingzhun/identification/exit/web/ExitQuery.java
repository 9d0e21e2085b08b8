package org.jingzhun.identification.exit.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.exit.Exits;
import org.jingzhun.identification.exit.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which exits are listed.
 *
 * @param division 2 to 12 digits
 */
public record ExitQuery(
        @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable
        String division,

        @QueryParam("year") @Min(2014) @Max(2100) @Nullable Integer year,
        @QueryParam("stage") @Nullable Stage stage) {

    static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";

    Exits.Filter filter() {
        return new Exits.Filter(division == null ? null : Area.ofPrefix(division), year, stage);
    }
}
