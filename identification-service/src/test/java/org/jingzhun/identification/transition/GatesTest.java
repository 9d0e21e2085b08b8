package org.jingzhun.identification.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.campaign.Officer;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.testing.Meetings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of gates: every kind at every stage with every gate, and every need. */
class GatesTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 6, 1);
    private static final Officer EVERYBODY = new Officer("a", "A", EnumSet.allOf(Level.class));

    static Stream<Arguments> everyKindAndStageWithEveryGate() {
        return Arrays.stream(Kind.values()).flatMap(kind -> Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Gate.values()).map(gate -> Arguments.of(kind, stage, gate))));
    }

    @ParameterizedTest
    @MethodSource("everyKindAndStageWithEveryGate")
    void aGateOpensForItsKindsAtItsStagesAndForNoOther(Kind kind, Stage stage, Gate gate) {
        TransitionRefusal refusal =
                Gates.refuse(transition(kind, stage), request(gate), EVERYBODY, TODAY, Meetings.USUAL);
        if (gate.kinds().contains(kind) && gate.from().contains(stage)) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isEqualTo(new TransitionRefusal.GateNotOpen(gate, stage));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindReachesBothItsEnds(Kind kind) {
        Set<Stage> reached = EnumSet.of(Stage.PROPOSED);
        for (int i = 0; i < Stage.values().length; i++) {
            for (Gate gate : Gate.values()) {
                if (reached.stream().anyMatch(stage -> gate.isOpen(kind, stage))) {
                    reached.add(gate.to());
                }
            }
        }
        assertThat(reached).contains(Stage.APPLIED, Stage.REJECTED);
        assertThat(Arrays.stream(Gate.values()).flatMap(gate -> gate.from().stream()))
                .noneMatch(Stage::isLast);
    }

    @ParameterizedTest
    @EnumSource(value = Gate.class, mode = EnumSource.Mode.EXCLUDE, names = "PROPOSAL")
    void aGateIsOpenedByItsLevelAndByNoOther(Gate gate) {
        Kind kind = gate.kinds().iterator().next();
        TransitionCase transition = transition(kind, gate.from().iterator().next());
        for (Level level : Level.values()) {
            TransitionRefusal refusal = Gates.refuse(
                    transition, request(gate), new Officer("a", "A", Set.of(level)), TODAY, Meetings.USUAL);
            if (level == gate.takenBy()) {
                assertThat(refusal).isNull();
            } else {
                assertThat(refusal).isEqualTo(new TransitionRefusal.WrongLevel(gate, gate.takenBy()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Gate.class, mode = EnumSource.Mode.EXCLUDE, names = "PROPOSAL")
    void whoOpenedAGateDoesNotOpenTheOnesThatCheckIt(Gate gate) {
        Kind kind = gate.kinds().iterator().next();
        for (Gate earlier : Gate.values()) {
            TransitionCase took = transition(
                    kind, gate.from().iterator().next(), kindOf(kind), Set.of(earlier), false, null, List.of("照片"));
            TransitionRefusal refusal = Gates.refuse(took, request(gate), EVERYBODY, TODAY, Meetings.USUAL);
            if (gate.mustDifferFrom().contains(earlier)) {
                assertThat(refusal).isEqualTo(new TransitionRefusal.SamePerson(gate, earlier));
            } else {
                assertThat(refusal).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void everyNeedIsAskedForBySomeGateAndCanFail(Need need) {
        List<Gate> asking =
                Arrays.stream(Gate.values()).filter(gate -> gate.needs(need)).toList();
        assertThat(asking).isNotEmpty().allSatisfy(gate -> assertThat(refusalWithout(need, gate))
                .isNotNull());
    }

    private static @Nullable TransitionRefusal refusalWithout(Need need, Gate gate) {
        Kind kind = gate.kinds().iterator().next();
        Stage stage = gate.from().iterator().next();
        GateRequest bare = new GateRequest(gate, null, List.of("黄某"), List.of(), null, null);
        GateRequest full = request(gate);
        return switch (need) {
            case STATUS ->
                Gates.refuse(
                        transition(
                                kind,
                                stage,
                                kind == Kind.REMOVE ? "EXITED" : "POOR",
                                Set.of(),
                                false,
                                null,
                                List.of("照片")),
                        full,
                        EVERYBODY,
                        TODAY,
                        Meetings.USUAL);
            case EVIDENCE ->
                Gates.refuse(
                        transition(kind, stage, kindOf(kind), Set.of(), false, null, List.of()),
                        bare,
                        EVERYBODY,
                        TODAY,
                        Meetings.USUAL);
            case NOT_THE_APPROVER_OF_THE_EXIT ->
                Gates.refuse(
                        transition(kind, stage, kindOf(kind), Set.of(), true, null, List.of("照片")),
                        full,
                        EVERYBODY,
                        TODAY,
                        Meetings.USUAL);
            case NOTICE_OVER ->
                Gates.refuse(
                        transition(kind, stage, kindOf(kind), Set.of(), false, TODAY.minusDays(7), List.of("照片")),
                        full,
                        EVERYBODY,
                        TODAY,
                        Meetings.USUAL);
            case MINUTES, DOCUMENT, REMARK ->
                Gates.refuse(transition(kind, stage), bare, EVERYBODY, TODAY, Meetings.USUAL);
        };
    }

    private static String kindOf(Kind kind) {
        return kind == Kind.REMOVE ? "POOR" : "EXITED";
    }

    private static TransitionCase transition(Kind kind, Stage stage) {
        return transition(kind, stage, kindOf(kind), Set.of(), false, null, List.of("照片"));
    }

    private static TransitionCase transition(
            Kind kind,
            Stage stage,
            String status,
            Set<Gate> taken,
            boolean approvedTheExit,
            @Nullable LocalDate noticeSince,
            List<String> evidence) {
        return new TransitionCase(
                new UUID(0, 1),
                new UUID(0, 2),
                451031100201L,
                kind,
                stage,
                2018,
                "理由",
                evidence,
                null,
                noticeSince,
                noticeSince == null ? null : 7,
                null,
                null,
                1,
                status,
                taken,
                approvedTheExit);
    }

    private static GateRequest request(Gate gate) {
        return new GateRequest(gate, "情况属实", List.of("黄某"), List.of(), new Minutes(20, 30, 18), "隆政发〔2018〕61号");
    }
}
