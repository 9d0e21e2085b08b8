package org.jingzhun.identification.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.testing.Meetings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {

    private static final Findings ALL_WELL = new Findings(0, 0, 0, 0, true, true, 0, Meetings.USUAL);
    private static final Minutes CARRIED = new Minutes(20, 30, 11);
    private static final Instant NOON_UTC = Instant.parse("2015-11-02T12:00:00Z");

    /** A round with the people who took its steps: each gate by another person of the right level. */
    private static final class Walk {

        private final Round round = new Round(new UUID(0, 1), new UUID(0, 2), 451031100001L);
        private final List<StepTaken> taken = new ArrayList<>();

        static Walk to(Stage stage) {
            Walk walk = new Walk();
            for (Gate gate : Gate.values()) {
                if (walk.round.stage() == stage) {
                    break;
                }
                walk.take(gate);
            }
            return walk;
        }

        void take(Gate gate) {
            take(request(gate, CARRIED), somebody(gate), ALL_WELL, NOON_UTC);
        }

        void take(StepRequest request, Officer officer, Findings findings, Instant at) {
            taken.add(round.take(request, officer, taken, findings, at));
        }

        CampaignRefusal refusal(StepRequest request, Officer officer, Findings findings, Instant at) {
            Stage before = round.stage();
            CampaignException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                    CampaignException.class, () -> take(request, officer, findings, at));
            assertThat(refused).isNotNull();
            assertThat(round.stage()).isEqualTo(before);
            return refused.refusal();
        }

        CampaignRefusal refusal(Gate gate, Findings findings) {
            return refusal(request(gate, CARRIED), somebody(gate), findings, NOON_UTC);
        }
    }

    private static StepRequest request(Gate gate, @Nullable Minutes minutes) {
        return new StepRequest(gate, null, List.of("黄某"), minutes, List.of(), "隆政发〔2015〕1号");
    }

    private static Officer somebody(Gate gate) {
        return new Officer("officer of " + gate, "某", Set.of(gate.takenBy()));
    }

    static Stream<Arguments> stagesAndGates() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Gate.values()).map(gate -> Arguments.of(stage, gate)));
    }

    @ParameterizedTest
    @MethodSource("stagesAndGates")
    void aGateOpensFromItsStageAndFromNoOther(Stage stage, Gate gate) {
        Walk walk = Walk.to(stage);
        assertThat(walk.round.stage()).isEqualTo(stage);
        if (gate.from() == stage) {
            walk.take(gate);
            assertThat(walk.round.stage()).isEqualTo(gate.to());
        } else if (stage == Stage.ANNOUNCED) {
            assertThat(walk.refusal(gate, ALL_WELL)).isEqualTo(new CampaignRefusal.AlreadyAnnounced());
        } else {
            assertThat(walk.refusal(gate, ALL_WELL)).isEqualTo(new CampaignRefusal.GateNotOpen(gate, stage));
        }
    }

    @Test
    void theNineGatesLeadThroughEveryStage() {
        assertThat(Gate.values()).hasSize(9);
        assertThat(Arrays.stream(Gate.values()).map(Gate::from))
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Stage.ANNOUNCED)));
        assertThat(Arrays.stream(Gate.values()).map(Gate::to))
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Stage.ROSTER)));
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void anOfficerOfAnotherLevelOpensNoGate(Gate gate) {
        Walk walk = Walk.to(gate.from());
        Officer stranger = new Officer("stranger", "某", EnumSet.complementOf(EnumSet.of(gate.takenBy())));
        assertThat(walk.refusal(request(gate, CARRIED), stranger, ALL_WELL, NOON_UTC))
                .isEqualTo(new CampaignRefusal.WrongLevel(gate, gate.takenBy()));
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void whoOpenedAGateOpensNoneThatMustDifferFromIt(Gate gate) {
        for (Gate earlier : gate.mustDifferFrom()) {
            assertThat(earlier).isLessThan(gate);
            Walk walk = Walk.to(gate.from());
            Officer again = new Officer(somebody(earlier).subject(), "某", EnumSet.allOf(Level.class));
            assertThat(walk.refusal(request(gate, CARRIED), again, ALL_WELL, NOON_UTC))
                    .isEqualTo(new CampaignRefusal.SamePerson(gate, earlier));
        }
    }

    @Test
    void whoReviewsHasTakenNoPartInWhatIsReviewed() {
        assertThat(Gate.FIRST_REVIEW.mustDifferFrom()).contains(Gate.FIRST_VISIT, Gate.FIRST_APPRAISAL);
        assertThat(Gate.SECOND_VISIT.mustDifferFrom()).contains(Gate.FIRST_VISIT);
        assertThat(Gate.SECOND_REVIEW.mustDifferFrom())
                .contains(Gate.SECOND_VISIT, Gate.SECOND_APPRAISAL, Gate.FIRST_REVIEW);
    }

    @ParameterizedTest
    @EnumSource(
            value = Gate.class,
            names = {"FIRST_APPRAISAL", "SECOND_APPRAISAL"})
    void anAppraisalNeedsTwoThirdsPresentAndMostOfThemInFavour(Gate gate) {
        assertThat(refusalOf(gate, null)).isEqualTo(new CampaignRefusal.MinutesMissing(gate));
        assertThat(refusalOf(gate, new Minutes(19, 30, 19)))
                .isEqualTo(new CampaignRefusal.NoQuorum(19, 30, Quorum.TWO_THIRDS));
        assertThat(refusalOf(gate, new Minutes(20, 30, 10)))
                .isEqualTo(new CampaignRefusal.NotCarried(10, 20, Majority.MORE_THAN_HALF));
        Walk walk = Walk.to(gate.from());
        walk.take(gate);
        assertThat(walk.taken.getLast().minutes()).isEqualTo(CARRIED);
    }

    private static CampaignRefusal refusalOf(Gate gate, @Nullable Minutes minutes) {
        return Walk.to(gate.from()).refusal(request(gate, minutes), somebody(gate), ALL_WELL, NOON_UTC);
    }

    @Test
    void minutesWithMoreVotesThanPeopleAreNone() {
        assertThatThrownBy(() -> new Minutes(3, 4, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 votes of 3 present of 4 entitled");
    }

    /** The day on which a notice goes up does not count: 7 days from the 2nd end with the 9th, in Asia/Shanghai. */
    @ParameterizedTest
    @EnumSource(
            value = Gate.class,
            names = {"FIRST_REVIEW", "SECOND_REVIEW"})
    void aReviewWaitsForTheLastDayOfTheNoticeInShanghai(Gate review) {
        Walk walk = Walk.to(review.from());
        Findings sevenDays = new Findings(0, 0, 0, 0, true, true, 7, Meetings.USUAL);
        Instant lastMoment = Instant.parse("2015-11-09T15:59:59Z");
        assertThat(walk.refusal(request(review, null), somebody(review), sevenDays, lastMoment))
                .isEqualTo(new CampaignRefusal.NoticeRunning(LocalDate.of(2015, 11, 9)));
        walk.take(request(review, null), somebody(review), sevenDays, lastMoment.plusSeconds(1));
        assertThat(walk.round.stage()).isEqualTo(review.to());
    }

    @Test
    void withoutDaysOfNoticeTheReviewFollowsAtOnce() {
        Walk walk = Walk.to(Stage.NOTICED);
        walk.take(Gate.FIRST_REVIEW);
        assertThat(walk.round.stage()).isEqualTo(Stage.REVIEWED);
    }

    @Test
    void theFirstVisitIsDoneWhenEveryHouseholdIsAssessed() {
        assertThat(Walk.to(Stage.ROSTER)
                        .refusal(Gate.FIRST_VISIT, new Findings(3, 0, 0, 0, true, true, 0, Meetings.USUAL)))
                .isEqualTo(new CampaignRefusal.Unassessed(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = Gate.class,
            names = {"FIRST_REVIEW", "SECOND_APPRAISAL", "SECOND_REVIEW", "ANNOUNCEMENT"})
    void anOpenObjectionHoldsTheRound(Gate gate) {
        assertThat(Walk.to(gate.from()).refusal(gate, new Findings(0, 1, 0, 0, true, true, 0, Meetings.USUAL)))
                .isEqualTo(new CampaignRefusal.OpenObjection(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Gate.class,
            names = {"SECOND_APPRAISAL", "SECOND_REVIEW"})
    void nobodyIsDecidedUponBeforeThoseInDoubtWereVisitedAgain(Gate gate) {
        assertThat(Walk.to(gate.from()).refusal(gate, new Findings(0, 0, 0, 4, true, true, 0, Meetings.USUAL)))
                .isEqualTo(new CampaignRefusal.SecondVisitsMissing(new UUID(0, 2), 451031100001L, 4));
    }

    @Test
    void theQuorumIsWhatThePolicySays() {
        Findings half = new Findings(
                0, 0, 0, 0, true, true, 0, new MeetingRule(1, new Quorum(1, 2), 2, Majority.MORE_THAN_HALF));
        Walk walk = Walk.to(Stage.VISITED);
        Gate gate = Gate.FIRST_APPRAISAL;
        assertThat(walk.refusal(request(gate, new Minutes(14, 30, 14)), somebody(gate), half, NOON_UTC))
                .isEqualTo(new CampaignRefusal.NoQuorum(14, 30, new Quorum(1, 2)));
        walk.take(request(gate, new Minutes(15, 30, 14)), somebody(gate), half, NOON_UTC);
        assertThat(walk.round.stage()).isEqualTo(Stage.APPRAISED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Gate.class,
            names = {"SECOND_REVIEW", "ANNOUNCEMENT"})
    void noCountyDecidesBeforeScreeningIsDoneAndEveryFlagIsChecked(Gate gate) {
        assertThat(Walk.to(gate.from()).refusal(gate, new Findings(0, 0, 0, 0, false, true, 0, Meetings.USUAL)))
                .isEqualTo(new CampaignRefusal.NotScreened());
        assertThat(Walk.to(gate.from()).refusal(gate, new Findings(0, 0, 2, 0, true, true, 0, Meetings.USUAL)))
                .isEqualTo(new CampaignRefusal.OpenFlags(2));
    }

    @Test
    void theCountyReviewNeedsTheLineAndTheAnnouncementItsDocument() {
        assertThat(Walk.to(Stage.RENOTICED)
                        .refusal(Gate.SECOND_REVIEW, new Findings(0, 0, 0, 0, true, false, 0, Meetings.USUAL)))
                .isEqualTo(new CampaignRefusal.NoLine());
        StepRequest noDocument = new StepRequest(Gate.ANNOUNCEMENT, null, List.of("黄某"), null, List.of(), null);
        assertThat(Walk.to(Stage.REREVIEWED).refusal(noDocument, somebody(Gate.ANNOUNCEMENT), ALL_WELL, NOON_UTC))
                .isEqualTo(new CampaignRefusal.DocumentMissing());
        Walk walk = Walk.to(Stage.ANNOUNCED);
        assertThat(walk.round.documentNumber()).isEqualTo("隆政发〔2015〕1号");
    }

    @Test
    void everyStepNamesASigner() {
        assertThatThrownBy(() -> new StepTaken(Gate.FIRST_VISIT, "a", "a", NOON_UTC, null, List.of(), null, null))
                .asInstanceOf(type(IllegalArgumentException.class))
                .extracting(Throwable::getMessage)
                .asString()
                .contains("FIRST_VISIT must be signed");
    }
}
