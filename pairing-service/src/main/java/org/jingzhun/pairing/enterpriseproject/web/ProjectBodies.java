package org.jingzhun.pairing.enterpriseproject.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.access.Yuan;
import org.jingzhun.pairing.enterpriseproject.Progress;
import org.jingzhun.pairing.enterpriseproject.ProgressStep;
import org.jingzhun.pairing.enterpriseproject.Project;
import org.jingzhun.pairing.enterpriseproject.ProjectKind;
import org.jingzhun.pairing.enterpriseproject.ProjectStep;
import org.jspecify.annotations.Nullable;

/** What is sent about projects of enterprises. */
final class ProjectBodies {

    private static final int MOST = 1_000_000;

    private ProjectBodies() {}

    /** A project to be proposed. */
    @Schema(name = "EnterpriseProjectBody")
    record ProjectBody(
            @NotNull UUID enterpriseId,

            @NotNull
            @Pattern(regexp = Divisions.VILLAGE)
            @Schema(description = "A link of the enterprise to this village stands.")
            String villageCode,

            @NotNull ProjectKind kind,
            @NotBlank @Size(max = 200) String title,

            @NotNull @Pattern(regexp = Yuan.AMOUNT) @Schema(description = "Planned investment, in yuan.")
            String planned,

            @Min(0) @Max(MOST) int plannedJobs,

            @Min(0) @Max(MOST) @Schema(description = "Households of the register that are to benefit.")
            int plannedHouseholds,

            @NotNull LocalDate firstOn,
            @NotNull LocalDate lastOn) {

        Project.Proposal proposal() {
            return new Project.Proposal(
                    enterpriseId,
                    Long.parseLong(villageCode),
                    kind,
                    title.strip(),
                    new Project.Brought(Yuan.fen(planned), plannedJobs, plannedHouseholds),
                    firstOn,
                    lastOn);
        }
    }

    /** What a year has brought. */
    @Schema(name = "EnterpriseProgressBody")
    record ProgressBody(
            @Min(2014) @Max(2100) @Schema(description = "Begun, and one of the project's.")
            int year,

            @NotNull @Pattern(regexp = Yuan.AMOUNT) @Schema(description = "In this year, in yuan.")
            String invested,

            @Min(0) @Max(MOST) @Schema(description = "At the end of the year.")
            int jobs,

            @NotNull @Size(max = 2000) @Schema(description = "Households of the village's register that benefited.")
            List<@NotNull UUID> households,

            @NotNull @Size(min = 1, max = 20) @Schema(description = "Documents that show it; never a name.")
            List<@NotBlank @Size(max = 200) String> evidence,

            @Size(max = 1000) @Nullable String remark) {

        Progress.Facts facts() {
            return new Progress.Facts(
                    year,
                    Yuan.fen(invested),
                    jobs,
                    Set.copyOf(households),
                    evidence.stream().map(String::strip).toList(),
                    Remark.of(remark));
        }
    }

    /** A step of a project. */
    @Schema(name = "EnterpriseProjectStepRequest")
    record ProjectStepRequest(
            @NotNull ProjectStep step,

            @Size(max = 1000)
            @Schema(description = "Needed to CLOSE before the last day is over, or with less than was planned.")
            @Nullable
            String remark) {}

    /** A step of a report. */
    @Schema(name = "EnterpriseProgressStepRequest")
    record ProgressStepRequest(
            @NotNull ProgressStep step,

            @Size(max = 1000) @Schema(description = "Needed to RETURN.") @Nullable
            String remark) {}
}
