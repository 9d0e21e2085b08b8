package org.jingzhun.identification.special.web;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.special.SpecialRecords;
import org.jingzhun.identification.special.Stage;
import org.jingzhun.identification.special.facts.DropOutCause;
import org.jspecify.annotations.Nullable;

/** The filters that the lists of all special registers have; take it as {@code @BeanParam @Valid}. */
public class SpecialQuery {

    @QueryParam("division")
    @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")
    public @Nullable String division;

    @QueryParam("household")
    public @Nullable UUID household;

    @QueryParam("stage")
    public @Nullable Stage stage;

    @QueryParam("contacted")
    @Parameter(description = "Whether somebody is responsible for the person or household.")
    public @Nullable Boolean contacted;

    @Nullable
    Area area() {
        return division == null ? null : Area.ofPrefix(division);
    }

    SpecialRecords.Filter filter(@Nullable Enum<?> kind) {
        return filter(kind, null, null);
    }

    SpecialRecords.Filter filter(@Nullable Enum<?> kind, @Nullable Integer schoolYear, @Nullable DropOutCause cause) {
        return new SpecialRecords.Filter(
                area(), household, stage, kind == null ? null : kind.name(), schoolYear, cause, contacted);
    }
}
