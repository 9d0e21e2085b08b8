package org.jingzhun.pairing.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.chassis.testing.Diagram;
import org.jingzhun.pairing.duty.LeaveState;
import org.jingzhun.pairing.duty.LeaveStep;
import org.jingzhun.pairing.enterpriseproject.ProgressState;
import org.jingzhun.pairing.enterpriseproject.ProgressStep;
import org.jingzhun.pairing.enterpriseproject.ProjectState;
import org.jingzhun.pairing.enterpriseproject.ProjectStep;
import org.jingzhun.pairing.evaluation.EvaluationStage;
import org.jingzhun.pairing.evaluation.EvaluationStep;
import org.jingzhun.pairing.helpplan.PlanState;
import org.jingzhun.pairing.helpplan.PlanStep;
import org.jingzhun.pairing.inspection.InspectionState;
import org.jingzhun.pairing.inspection.InspectionStep;
import org.jingzhun.pairing.problem.ProblemState;
import org.jingzhun.pairing.problem.ProblemStep;
import org.jingzhun.pairing.redblack.EntryState;
import org.jingzhun.pairing.redblack.EntryStep;
import org.jingzhun.pairing.responsibility.LetterState;
import org.jingzhun.pairing.responsibility.LetterStep;
import org.jingzhun.pairing.social.CampaignState;
import org.jingzhun.pairing.social.CampaignStep;
import org.jingzhun.pairing.social.HonourState;
import org.jingzhun.pairing.social.HonourStep;
import org.jingzhun.pairing.social.MatchState;
import org.jingzhun.pairing.social.MatchStep;
import org.junit.jupiter.api.Test;

/** The tables of supervision against a regulation written by hand, and the README's pictures of them. */
class SupervisionStepsTest {

    @Test
    void aProblemGoesItsWay() throws IOException {
        requireTable(
                "problem",
                ProblemState.values(),
                ProblemStep.values(),
                Set.of(
                        "- RAISE OPEN",
                        "OPEN RESOLVE RESOLVED",
                        "OPEN ESCALATE OPEN",
                        "RESOLVED RETURN OPEN",
                        "RESOLVED CLOSE CLOSED"),
                Set.of("RETURN RESOLVE", "CLOSE RESOLVE"));
    }

    @Test
    void anInspectionGoesItsWay() throws IOException {
        requireTable(
                "inspection",
                InspectionState.values(),
                InspectionStep.values(),
                Set.of("- DRAW PLANNED", "PLANNED REPORT REPORTED", "PLANNED CANCEL CANCELLED"),
                Set.of());
    }

    @Test
    void anEntryGoesItsWay() throws IOException {
        requireTable(
                "list entry",
                EntryState.values(),
                EntryStep.values(),
                Set.of(
                        "- PROPOSE PROPOSED",
                        "PROPOSED NOTIFY NOTIFIED",
                        "NOTIFIED REPLY REPLIED",
                        "PROPOSED DISMISS DISMISSED",
                        "NOTIFIED DISMISS DISMISSED",
                        "REPLIED DISMISS DISMISSED",
                        "PROPOSED PUBLISH PUBLISHED",
                        "NOTIFIED PUBLISH PUBLISHED",
                        "REPLIED PUBLISH PUBLISHED",
                        "PUBLISHED RECTIFY RECTIFIED",
                        "RECTIFIED REJECT PUBLISHED",
                        "RECTIFIED LIFT LIFTED",
                        "PUBLISHED EXPIRE EXPIRED"),
                Set.of(
                        "REPLY PROPOSE",
                        "REPLY NOTIFY",
                        "DISMISS REPLY",
                        "PUBLISH PROPOSE",
                        "PUBLISH REPLY",
                        "RECTIFY PUBLISH",
                        "REJECT RECTIFY",
                        "LIFT RECTIFY"));
    }

    @Test
    void aLetterGoesItsWay() throws IOException {
        requireTable(
                "letter",
                LetterState.values(),
                LetterStep.values(),
                Set.of(
                        "- DRAFT DRAFT",
                        "DRAFT ACCEPT ACCEPTED",
                        "ACCEPTED SIGN IN_FORCE",
                        "DRAFT WITHDRAW WITHDRAWN",
                        "ACCEPTED WITHDRAW WITHDRAWN",
                        "IN_FORCE WITHDRAW WITHDRAWN"),
                Set.of("SIGN DRAFT"));
    }

    @Test
    void anEvaluationGoesItsWay() throws IOException {
        requireTable(
                "evaluation",
                EvaluationStage.values(),
                EvaluationStep.values(),
                Set.of(
                        "- ORDER COMPUTING",
                        "COMPUTING PROPOSE PROPOSED",
                        "PROPOSED CONFIRM CONFIRMED",
                        "PROPOSED DISCARD DISCARDED"),
                Set.of("CONFIRM ORDER"));
    }

    @Test
    void aHelpPlanGoesItsWay() throws IOException {
        requireTable(
                "help plan",
                PlanState.values(),
                PlanStep.values(),
                Set.of(
                        "- WRITE DRAFT",
                        "DRAFT PROPOSE PROPOSED",
                        "PROPOSED RETURN RETURNED",
                        "RETURNED REPROPOSE REPROPOSED",
                        "REPROPOSED CHECK CHECKED",
                        "REPROPOSED SEND_BACK RETURNED",
                        "CHECKED SEND_BACK RETURNED",
                        "CHECKED APPROVE APPROVED",
                        "APPROVED ADJUST RETURNED",
                        "APPROVED CLOSE CLOSED"),
                Set.of("RETURN PROPOSE", "CHECK PROPOSE", "CHECK REPROPOSE", "APPROVE CHECK"));
    }

    @Test
    void aLeaveGoesItsWay() throws IOException {
        requireTable(
                "leave",
                LeaveState.values(),
                LeaveStep.values(),
                Set.of("- REQUEST REQUESTED", "REQUESTED GRANT GRANTED", "REQUESTED REFUSE REFUSED"),
                Set.of());
    }

    @Test
    void aMatchAndAnHonourGoTheirWays() throws IOException {
        requireTable(
                "match",
                MatchState.values(),
                MatchStep.values(),
                Set.of(
                        "- PROPOSE PROPOSED",
                        "PROPOSED ACCEPT ACCEPTED",
                        "ACCEPTED DELIVER DELIVERED",
                        "DELIVERED CONFIRM CONFIRMED",
                        "PROPOSED REFUSE REFUSED",
                        "ACCEPTED REFUSE REFUSED",
                        "DELIVERED REFUSE REFUSED"),
                Set.of("CONFIRM DELIVER"));
        requireTable(
                "honour",
                HonourState.values(),
                HonourStep.values(),
                Set.of("- PROPOSE PROPOSED", "PROPOSED CONFER CONFERRED", "PROPOSED DECLINE DECLINED"),
                Set.of("CONFER PROPOSE"));
    }

    @Test
    void aCampaignGoesItsWay() throws IOException {
        requireTable(
                "social campaign",
                CampaignState.values(),
                CampaignStep.values(),
                Set.of("- PLAN PLANNED", "PLANNED OPEN OPEN", "OPEN CLOSE CLOSED", "PLANNED CANCEL CANCELLED"),
                Set.of("OPEN PLAN"));
    }

    @Test
    void aProjectOfAnEnterpriseAndItsReportsGoTheirWays() throws IOException {
        requireTable(
                "enterprise project",
                ProjectState.values(),
                ProjectStep.values(),
                Set.of(
                        "- PROPOSE PROPOSED",
                        "PROPOSED AGREE UNDER_WAY",
                        "PROPOSED WITHDRAW WITHDRAWN",
                        "UNDER_WAY CLOSE CLOSED"),
                Set.of("AGREE PROPOSE"));
        requireTable(
                "enterprise progress",
                ProgressState.values(),
                ProgressStep.values(),
                Set.of(
                        "- REPORT REPORTED",
                        "REPORTED CONFIRM CONFIRMED",
                        "CONFIRMED ACCEPT ACCEPTED",
                        "REPORTED RETURN RETURNED",
                        "CONFIRMED RETURN RETURNED"),
                Set.of("CONFIRM REPORT", "ACCEPT REPORT", "ACCEPT CONFIRM"));
    }

    private static <S extends Enum<S>> void requireTable(
            String name, S[] stages, Move<S>[] steps, Set<String> regulation, Set<String> differs) throws IOException {
        assertThat(Arrays.stream(steps)
                        .flatMap(step -> (step.from().isEmpty()
                                        ? List.of("-")
                                        : step.from().stream().map(Enum::name).toList())
                                .stream().map(from -> from + " " + step.name() + " " + step.to()))
                        .collect(Collectors.toSet()))
                .isEqualTo(regulation);
        assertThat(Arrays.stream(steps)
                        .flatMap(step -> step.mustDifferFrom().stream().map(other -> step.name() + " " + other.name()))
                        .collect(Collectors.toSet()))
                .isEqualTo(differs);
        Diagram.requireInReadme(
                name,
                Arrays.stream(steps)
                        .map(step -> new Diagram.Arrow(
                                step.name(),
                                Arrays.stream(stages)
                                        .filter(step.from()::contains)
                                        .map(Enum::name)
                                        .toList(),
                                step.to(),
                                step.takenBy()))
                        .toList());
    }
}
