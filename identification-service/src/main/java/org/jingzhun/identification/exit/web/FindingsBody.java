package org.jingzhun.identification.exit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.exit.Finding;
import org.jspecify.annotations.Nullable;

/** What a team found, as clients send it; criteria that are not named stay as they are. */
@Schema(name = "ExitFindingsBody")
public record FindingsBody(
        @Schema(description = "Absent for the year of the exit; a later year is a re-check.")
        @Min(2014)
        @Max(2100)
        @Nullable
        Integer year,

        @NotNull @NotEmpty @Size(max = 50) List<@NotNull @Valid FindingBody> findings) {

    /** One criterion. */
    @Schema(name = "ExitFindingBody")
    public record FindingBody(
            @NotBlank @Size(max = 50) String criterion,

            @Schema(description = "Whether the team says that it is met; may be absent where a value decides.")
            @Nullable
            Boolean met,

            @Schema(description = "At most two decimals, for example 3650.00.")
            @Pattern(regexp = "\\d{1,12}(\\.\\d{1,2})?")
            @Nullable
            String value,

            @Schema(description = "References of photos and documents.") @NotNull @Size(max = Finding.MOST_EVIDENCE)
            List<@NotBlank @Size(max = Finding.LONGEST_EVIDENCE) String> evidence,

            @Size(min = 1, max = Finding.LONGEST_NOTE) @Nullable
            String note) {

        Finding toFinding() {
            return new Finding(criterion, met, value == null ? null : new BigDecimal(value), evidence, note);
        }
    }

    List<Finding> toFindings() {
        return findings.stream().map(FindingBody::toFinding).toList();
    }
}
