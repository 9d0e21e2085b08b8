package org.jingzhun.identification.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jingzhun.identification.assessment.Cause;
import org.jingzhun.identification.assessment.Round;
import org.jingzhun.identification.campaign.Candidature;
import org.jingzhun.identification.campaign.Gate;
import org.jingzhun.identification.campaign.Stage;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.exit.Comparison;
import org.jingzhun.identification.exit.Measurer;
import org.jingzhun.identification.exit.Recheck;
import org.jingzhun.identification.exit.Step;
import org.jingzhun.identification.exit.Subject;
import org.jingzhun.identification.exit.Weight;
import org.jingzhun.identification.household.Education;
import org.jingzhun.identification.household.Health;
import org.jingzhun.identification.household.Labour;
import org.jingzhun.identification.household.Relation;
import org.jingzhun.identification.household.Schooling;
import org.jingzhun.identification.household.Work;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.household.identity.Sex;
import org.jingzhun.identification.objection.ObjectionState;
import org.jingzhun.identification.povertyline.Purpose;
import org.jingzhun.identification.register.Assistance;
import org.jingzhun.identification.register.Attribute;
import org.jingzhun.identification.register.Entry;
import org.jingzhun.identification.register.Mark;
import org.jingzhun.identification.register.Status;
import org.jingzhun.identification.screening.FlagSource;
import org.jingzhun.identification.screening.FlagState;
import org.jingzhun.identification.transition.Kind;
import org.jingzhun.identification.veto.AssetSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodeListsTest {

    private final CodeLists codeLists = new CodeLists();

    static Stream<Arguments> enumerations() {
        return Stream.of(
                Arguments.of("division-level", Level.class),
                Arguments.of("sex", Sex.class),
                Arguments.of("relation", Relation.class),
                Arguments.of("education", Education.class),
                Arguments.of("schooling", Schooling.class),
                Arguments.of("health", Health.class),
                Arguments.of("disability-type", Disability.Type.class),
                Arguments.of("labour", Labour.class),
                Arguments.of("work", Work.class),
                Arguments.of("cause", Cause.class),
                Arguments.of("assessment-round", Round.class),
                Arguments.of("visit-step", org.jingzhun.identification.assessment.VisitStep.class),
                Arguments.of("visit-doubt", org.jingzhun.identification.assessment.FiveSteps.Doubt.class),
                Arguments.of("visit-signer", org.jingzhun.identification.assessment.VisitForm.Signer.class),
                Arguments.of("register-status", Status.class),
                Arguments.of("register-attribute", Attribute.class),
                Arguments.of("scorecard-direction", org.jingzhun.identification.scorecard.scoring.Direction.class),
                Arguments.of("category-mode", org.jingzhun.identification.scorecard.scoring.Mode.class),
                Arguments.of("scorecard-stage", org.jingzhun.identification.scorecard.Stage.class),
                Arguments.of("scorecard-step", org.jingzhun.identification.scorecard.Step.class),
                Arguments.of("scorecard-mark", org.jingzhun.identification.scorecard.Mark.class),
                Arguments.of("score-change", org.jingzhun.identification.scorecard.scoring.Difference.Reason.class),
                Arguments.of("simulated-move", org.jingzhun.identification.simulation.Simulations.Movement.class),
                Arguments.of("figure-mark", org.jingzhun.identification.statistics.OfficialFigure.Mark.class),
                Arguments.of("line-origin", org.jingzhun.identification.campaign.CutLines.Origin.class),
                Arguments.of("gate", Gate.class),
                Arguments.of("second-visit-reason", org.jingzhun.identification.campaign.VisitReason.class),
                Arguments.of("procedure-policy", org.jingzhun.identification.campaign.Policies.Name.class),
                Arguments.of("replay-difference", org.jingzhun.identification.campaign.Replay.Subject.class),
                Arguments.of("round-stage", Stage.class),
                Arguments.of("candidate-decision", Candidature.Decision.class),
                Arguments.of("objection-state", ObjectionState.class),
                Arguments.of("asset-source", AssetSource.class),
                Arguments.of("flag-source", FlagSource.class),
                Arguments.of("flag-state", FlagState.class),
                Arguments.of("flag-ground", org.jingzhun.identification.screening.Ground.class),
                Arguments.of("veto-exception-rule", org.jingzhun.identification.veto.ExceptionRule.class),
                Arguments.of("screening-purpose", org.jingzhun.identification.screening.Purpose.class),
                Arguments.of("data-shortcoming", org.jingzhun.identification.screening.coverage.Shortcoming.class),
                Arguments.of("exit-subject", Subject.class),
                Arguments.of("criterion-weight", Weight.class),
                Arguments.of("criterion-comparison", Comparison.class),
                Arguments.of("criterion-measurer", Measurer.class),
                Arguments.of("exit-stage", org.jingzhun.identification.exit.Stage.class),
                Arguments.of("exit-step", Step.class),
                Arguments.of("exit-plan-stage", org.jingzhun.identification.exitplan.PlanStage.class),
                Arguments.of("exit-plan-step", org.jingzhun.identification.exitplan.PlanStep.class),
                Arguments.of("recheck-outcome", Recheck.Outcome.class),
                Arguments.of("line-purpose", Purpose.class),
                Arguments.of("special-register", org.jingzhun.identification.special.SpecialRegister.class),
                Arguments.of("special-stage", org.jingzhun.identification.special.Stage.class),
                Arguments.of("special-step", org.jingzhun.identification.special.Step.class),
                Arguments.of("school-level", org.jingzhun.identification.special.facts.SchoolLevel.class),
                Arguments.of("drop-out-cause", org.jingzhun.identification.special.facts.DropOutCause.class),
                Arguments.of("left-behind-kind", org.jingzhun.identification.special.facts.LeftBehind.Kind.class),
                Arguments.of("certificate-kind", org.jingzhun.identification.special.facts.Certificate.Kind.class),
                Arguments.of("relocation-way", org.jingzhun.identification.special.facts.Relocation.Way.class),
                Arguments.of(
                        "relocation-settlement", org.jingzhun.identification.special.facts.Relocation.Settlement.class),
                Arguments.of("relocation-site", org.jingzhun.identification.special.facts.Relocation.Site.class),
                Arguments.of(
                        "disability-subsidy", org.jingzhun.identification.special.derivation.Entitlement.Subsidy.class),
                Arguments.of(
                        "subsidy-requirement",
                        org.jingzhun.identification.special.derivation.Entitlement.Requirement.class),
                Arguments.of("special-rule", org.jingzhun.identification.special.facts.Parameter.Rule.class),
                Arguments.of(
                        "contradiction-field", org.jingzhun.identification.household.ContradictionRule.Field.class),
                Arguments.of(
                        "contradiction-limit", org.jingzhun.identification.household.ContradictionRule.Limit.class),
                Arguments.of("household-change", org.jingzhun.identification.change.Kind.class),
                Arguments.of("change-stage", org.jingzhun.identification.change.Stage.class),
                Arguments.of("change-step", org.jingzhun.identification.change.Step.class),
                Arguments.of("register-mark", Mark.class),
                Arguments.of("register-entry", Entry.class),
                Arguments.of("assistance", Assistance.class),
                Arguments.of(
                        "adjustment-round-stage", org.jingzhun.identification.adjustment.AdjustmentRound.Stage.class),
                Arguments.of("quality-check-kind", org.jingzhun.identification.adjustment.CheckKind.class),
                Arguments.of("quality-check-stage", org.jingzhun.identification.adjustment.CheckStage.class),
                Arguments.of("quality-check-step", org.jingzhun.identification.adjustment.CheckStep.class),
                Arguments.of("sample-stratification", org.jingzhun.identification.adjustment.Stratification.class),
                Arguments.of("sampled-standing", org.jingzhun.identification.adjustment.Standing.class),
                Arguments.of("quality-finding", org.jingzhun.identification.adjustment.Finding.class),
                Arguments.of("correction-link", org.jingzhun.identification.adjustment.Link.class),
                Arguments.of("correction-state", org.jingzhun.identification.adjustment.Correction.class),
                Arguments.of("monitoring-class", org.jingzhun.identification.monitoring.MonitoringClass.class),
                Arguments.of("monitoring-stage", org.jingzhun.identification.monitoring.Stage.class),
                Arguments.of("monitoring-step", org.jingzhun.identification.monitoring.Step.class),
                Arguments.of("monitoring-lead-source", org.jingzhun.identification.monitoring.LeadSource.class),
                Arguments.of(
                        "monitoring-notice", org.jingzhun.identification.monitoring.MonitoringNotice.Subject.class),
                Arguments.of("income-proposal-state", org.jingzhun.identification.income.IncomeProposal.State.class),
                Arguments.of("delivery-semantics", org.jingzhun.identification.screening.DeliverySemantics.class),
                Arguments.of("monitoring-risk", org.jingzhun.identification.monitoring.Risk.class),
                Arguments.of("monitoring-measure", org.jingzhun.identification.monitoring.MeasureKind.class),
                Arguments.of("monitoring-measure-state", org.jingzhun.identification.monitoring.MeasureState.class),
                Arguments.of("monitoring-colour", org.jingzhun.identification.monitoring.Colour.class),
                Arguments.of("monitoring-colour-reason", org.jingzhun.identification.monitoring.ColourReason.class),
                Arguments.of(
                        "monitoring-judgement", org.jingzhun.identification.monitoring.judging.Judgement.Outcome.class),
                Arguments.of(
                        "monitoring-ground", org.jingzhun.identification.monitoring.judging.Judgement.Ground.class),
                Arguments.of("risk-record", org.jingzhun.identification.monitoring.RiskRecordKind.class),
                Arguments.of("monitoring-rule", org.jingzhun.identification.monitoring.RuleName.class),
                Arguments.of("rule-unit", org.jingzhun.identification.monitoring.RuleUnit.class),
                Arguments.of("register-transition", Kind.class),
                Arguments.of("transition-stage", org.jingzhun.identification.transition.Stage.class),
                Arguments.of("transition-gate", org.jingzhun.identification.transition.Gate.class));
    }

    @ParameterizedTest
    @MethodSource("enumerations")
    void everyEnumerationHasItsLabelsAndNoOthers(String list, Class<? extends Enum<?>> enumeration) {
        assertThat(codeLists.find(list).orElseThrow().entries())
                .extracting(CodeList.Entry::code)
                .containsExactlyElementsOf(Arrays.stream(enumeration.getEnumConstants())
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void everyCodeHasLabelsInBothLanguagesAndEveryListASource() {
        assertThat(codeLists.list()).allSatisfy(list -> {
            assertThat(list.source()).isNotBlank();
            assertThat(list.entries()).extracting(CodeList.Entry::code).doesNotHaveDuplicates();
            assertThat(list.entries()).allSatisfy(entry -> {
                assertThat(entry.labelZh()).isNotBlank();
                assertThat(entry.labelEn()).isNotBlank();
            });
        });
    }

    @Test
    void theEthnicGroupsAreThoseOfTheStandard() {
        assertThat(codeLists.find("ethnicity").orElseThrow().entries())
                .hasSize(57)
                .anySatisfy(entry -> assertThat(entry.code() + entry.labelEn()).isEqualTo("08Zhuang"))
                .anySatisfy(entry -> assertThat(entry.code() + entry.labelEn()).isEqualTo("37Gelao"));
    }
}
