package org.jingzhun.pairing.helpplan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.helpplan.HelpPlan;
import org.jingzhun.pairing.helpplan.PlanState;
import org.jingzhun.pairing.helpplan.Prescribing;
import org.jspecify.annotations.Nullable;

/** A help plan as seen from outside. */
@Schema(name = "HelpPlan")
public record HelpPlanView(
        UUID id,
        HelpPlan.Kind kind,
        String villageCode,
        @Nullable String hamlet,
        @Nullable UUID householdId,
        int firstYear,
        int finalYear,

        @Schema(description = "Version of the pathways by which its measures are named.")
        String catalogue,

        PlanState state,
        List<MeasureView> measures,

        @Schema(description = "Income brought of income planned, in whole percent; null when none is planned.")
        @Nullable
        Integer percentReached,

        long revision) {

    static final String AMOUNT = "(0|[1-9]\\d{0,7})(\\.\\d{1,2})?";

    private static final int DECIMALS = 2;

    static HelpPlanView of(HelpPlan plan) {
        return new HelpPlanView(
                plan.id(),
                plan.kind(),
                Long.toString(plan.villageCode()),
                plan.hamlet(),
                plan.householdId(),
                plan.firstYear(),
                plan.finalYear(),
                plan.catalogue(),
                plan.state(),
                plan.measures().stream().map(MeasureView::of).toList(),
                plan.percentReached(),
                plan.revision());
    }

    static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(DECIMALS).longValueExact();
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, DECIMALS).toPlainString();
    }

    /** A measure with what came of it. */
    @Schema(name = "HelpMeasure")
    public record MeasureView(
            UUID id,
            String pathway,
            @Nullable String action,
            String title,
            String responsible,
            @Schema(description = "What it costs, in yuan.") String amount,

            @Schema(description = "Income a year that it is to bring, in yuan.")
            String target,

            LocalDate dueOn,

            @Schema(description = "Income a year when last looked at, in yuan.")
            String reached,

            boolean done,
            @Nullable LocalDate seenOn) {

        static MeasureView of(HelpPlan.Measure measure) {
            return new MeasureView(
                    measure.id(),
                    measure.pathway(),
                    measure.action(),
                    measure.title(),
                    measure.responsible(),
                    yuan(measure.amountFen()),
                    yuan(measure.targetFen()),
                    measure.dueOn(),
                    yuan(measure.reachedFen()),
                    measure.done(),
                    measure.seenOn());
        }
    }

    /** A plan with its signatures. */
    @Schema(name = "HandledHelpPlan")
    public record HandledView(HelpPlanView plan, List<SignatureView> steps) {

        static HandledView of(Prescribing.Handled handled) {
            return new HandledView(
                    HelpPlanView.of(handled.plan()),
                    handled.steps().stream().map(SignatureView::of).toList());
        }
    }

    /** A plan to be written. */
    @Schema(name = "HelpPlanBody")
    public record Body(
            @NotNull HelpPlan.Kind kind,
            @NotNull @Pattern(regexp = Divisions.VILLAGE) String villageCode,

            @Size(min = 1, max = 100) @Schema(description = "Of a hamlet's plan.") @Nullable
            String hamlet,

            @Schema(description = "Of a household's plan.") @Nullable
            UUID householdId,

            @Min(2014) @Max(2100) int firstYear,

            @Min(2014) @Max(2100) @Schema(description = "The first one or later, ten years at most.")
            int finalYear,

            @NotNull @Size(max = 30) List<@Valid @NotNull MeasureBody> measures) {

        HelpPlan plan(UUID id) {
            return new HelpPlan(
                    id,
                    kind,
                    Long.parseLong(villageCode),
                    hamlet == null ? null : hamlet.strip(),
                    householdId,
                    firstYear,
                    finalYear,
                    "",
                    PlanState.DRAFT,
                    measures.stream().map(MeasureBody::measure).toList(),
                    0);
        }
    }

    /** A measure to be written. */
    @Schema(name = "HelpMeasureBody")
    public record MeasureBody(
            @NotNull @Schema(description = "The client's; the same measure keeps it.")
            UUID id,

            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,39}") @Schema(description = "Code of the catalogue's pathways.")
            String pathway,

            @Pattern(regexp = "[A-Z][A-Z_]{0,39}") @Schema(description = "Code of the catalogue's actions.") @Nullable
            String action,

            @NotBlank @Size(max = 200) String title,

            @NotBlank @Size(max = 100) @Schema(description = "Office or post that carries it out.")
            String responsible,

            @NotNull @Pattern(regexp = AMOUNT) @Schema(description = "What it costs, in yuan.")
            String amount,

            @NotNull @Pattern(regexp = AMOUNT) @Schema(description = "Income a year that it is to bring, in yuan.")
            String target,

            @NotNull LocalDate dueOn) {

        HelpPlan.Measure measure() {
            return new HelpPlan.Measure(
                    id,
                    pathway,
                    action,
                    title.strip(),
                    responsible.strip(),
                    fen(amount),
                    fen(target),
                    dueOn,
                    0,
                    false,
                    null);
        }
    }
}
