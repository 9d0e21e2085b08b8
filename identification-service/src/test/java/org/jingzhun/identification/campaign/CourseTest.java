package org.jingzhun.identification.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jingzhun.identification.testing.Meetings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A history is believed as far as the table of gates lets it pass, and no step further. */
class CourseTest {

    private static final Instant BEGIN = Instant.parse("2015-11-02T04:00:00Z");
    private static final List<Gate> GATES = List.of(Gate.values());
    private static final Minutes CARRIED = new Minutes(20, 30, 11);

    /** Steps a day apart, each by another person. */
    private static List<StepTaken> steps(int many) {
        List<StepTaken> steps = new ArrayList<>();
        for (Gate gate : GATES.subList(0, many)) {
            steps.add(step(gate, "officer of " + gate, BEGIN.plus(Duration.ofDays(steps.size()))));
        }
        return steps;
    }

    private static StepTaken step(Gate gate, String by, Instant at) {
        return new StepTaken(gate, by, "某", at, null, List.of("黄某"), gate.needs(Need.MINUTES) ? CARRIED : null, null);
    }

    private static Course.History history(
            List<StepTaken> steps, int noticeDays, @Nullable Instant lineFixedAt, Course.ObjectionSpan... objections) {
        return new Course.History(
                new UUID(0, 1),
                new UUID(0, 2),
                451031100001L,
                noticeDays,
                Meetings.USUAL,
                true,
                lineFixedAt,
                steps,
                List.of(objections),
                "隆政发〔2015〕1号");
    }

    @Property
    void anyHonestHistoryLeadsToTheStageBehindItsLastStep(@ForAll @IntRange(max = 9) int many) {
        Course course = Course.follow(history(steps(many), 0, BEGIN));
        assertThat(course.broken()).isNull();
        assertThat(course.steps()).hasSize(many);
        assertThat(course.stage())
                .isEqualTo(many == 0 ? Stage.ROSTER : GATES.get(many - 1).to());
    }

    @Property
    void whereTheHistoryHasAGapItIsNotFollowed(@ForAll @IntRange(min = 1, max = 8) int missing) {
        List<StepTaken> steps = steps(9);
        steps.remove(missing - 1);
        Course course = Course.follow(history(steps, 0, BEGIN));
        assertThat(course.steps()).hasSize(missing - 1);
        assertThat(course.broken()).isEqualTo(new CampaignRefusal.GateNotOpen(GATES.get(missing), course.stage()));
    }

    @Test
    void aReviewWithinTheDaysOfNoticeIsNotFollowed() {
        Course course = Course.follow(history(steps(9), 7, BEGIN));
        assertThat(course.stage()).isEqualTo(Stage.NOTICED);
        assertThat(course.noticeSince()).isEqualTo(LocalDate.of(2015, 11, 4));
        assertThat(course.broken()).isEqualTo(new CampaignRefusal.NoticeRunning(LocalDate.of(2015, 11, 11)));
    }

    @Test
    void anObjectionHoldsTheStepsWhileItWasOpenAndNoLonger() {
        Instant raised = BEGIN.plus(Duration.ofHours(60));
        Instant review = BEGIN.plus(Duration.ofDays(3));
        assertThat(Course.follow(history(steps(9), 0, BEGIN, new Course.ObjectionSpan(raised, review.plusSeconds(1))))
                        .broken())
                .isEqualTo(new CampaignRefusal.OpenObjection(1));
        assertThat(Course.follow(history(steps(9), 0, BEGIN, new Course.ObjectionSpan(raised, review.minusSeconds(1))))
                        .stage())
                .isEqualTo(Stage.ANNOUNCED);
        assertThat(Course.follow(history(steps(9), 0, BEGIN, new Course.ObjectionSpan(raised, null)))
                        .stage())
                .isEqualTo(Stage.NOTICED);
    }

    @Test
    void aReviewBeforeTheLineOrByWhoVisitedIsNotFollowed() {
        Instant late = BEGIN.plus(Duration.ofDays(30));
        assertThat(Course.follow(history(steps(9), 0, late)).broken()).isEqualTo(new CampaignRefusal.NoLine());
        List<StepTaken> steps = steps(3);
        steps.add(step(Gate.FIRST_REVIEW, "officer of FIRST_VISIT", late));
        assertThat(Course.follow(history(steps, 0, BEGIN)).broken())
                .isEqualTo(new CampaignRefusal.SamePerson(Gate.FIRST_REVIEW, Gate.FIRST_VISIT));
    }
}
