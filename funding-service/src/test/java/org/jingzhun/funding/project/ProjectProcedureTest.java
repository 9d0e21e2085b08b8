package org.jingzhun.funding.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectProcedureTest {

    private static final Instant NOW = Instant.parse("2016-04-15T02:00:00Z");
    private static final Caller VILLAGE = caller("village", "village-officer");
    private static final Caller TOWNSHIP = caller("township", "township-officer");
    private static final Caller COUNTY = caller("county", "county-officer");
    private static final Caller FINANCE = caller("finance", "finance-officer");

    private static Caller caller(String subject, String... roles) {
        return new Caller(subject, subject, Set.of(roles), Area.ofPrefix("450732"), null);
    }

    static Stream<Arguments> everyStageAndStep() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Step.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStageAndStep")
    void itGoesByItsTable(Stage stage, Step step) {
        var project = at(stage);
        var to = step.from().contains(stage) ? step.to() : null;
        if (to != null) {
            var taken = project.take(step, rightFor(step), act(100), 1, NOW);
            assertThat(project.stage()).isEqualTo(to);
            assertThat(project.steps()).last().isEqualTo(taken);
        } else {
            assertThatThrownBy(() -> project.take(step, rightFor(step), act(100), 1, NOW))
                    .isInstanceOf(StepRefusal.NotOpen.class);
            assertThat(project.stage()).isEqualTo(stage);
        }
    }

    /** Target, benefit link, beneficiaries, notice: without any of them a project does not enter the library. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            false, true,  1, true,  performanceTarget
            true,  false, 1, true,  benefitLink
            true,  true,  0, true,  beneficiaries
            true,  true,  1, false, NOTICE_BEFORE
            """)
    void nothingEntersTheLibraryUnready(boolean target, boolean link, int households, boolean notice, String missing) {
        var project = new Project(
                UUID.randomUUID(), proposal(target ? "户均增收2000元" : null, link ? "EMPLOYMENT" : null), "", VILLAGE, NOW);
        if (notice) {
            var unused = project.take(Step.NOTICE_BEFORE, TOWNSHIP, act(null), households, NOW);
        }
        assertThatThrownBy(() -> project.take(Step.ENTER, COUNTY, act(null), households, NOW))
                .isInstanceOfSatisfying(ProjectRefusal.NotReady.class, refusal -> assertThat(refusal.missing())
                        .containsExactly(missing));
    }

    @Test
    void whoeverProposesDoesNotLetInAndWhoeverReportsDoesNotAccept() {
        var both = caller("village", "village-officer", "county-officer");
        var proposed = at(Stage.PROPOSED);
        assertThatThrownBy(() -> proposed.take(Step.ENTER, both, act(null), 1, NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
        var done = at(Stage.UNDER_WAY);
        var starter = caller("township", "township-officer", "county-officer");
        assertThatThrownBy(() -> done.take(Step.ACCEPT, starter, act(null), 1, NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
        assertThatThrownBy(() -> done.take(Step.ACCEPT, both, act(null), 1, NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
    }

    @Test
    void progressGoesForwardAndOnlyTheWholeIsAccepted() {
        var project = started();
        assertThatThrownBy(() -> project.take(Step.ACCEPT, COUNTY, act(null), 1, NOW))
                .isInstanceOf(ProjectRefusal.NotReady.class);
        var unused = project.take(Step.PROGRESS, VILLAGE, act(60), 1, NOW);
        assertThatThrownBy(() -> project.take(Step.PROGRESS, VILLAGE, act(59), 1, NOW))
                .isInstanceOf(ProjectRefusal.ProgressBackwards.class);
        assertThatThrownBy(() -> project.take(Step.PROGRESS, VILLAGE, act(null), 1, NOW))
                .isInstanceOf(ProjectRefusal.NotReady.class);
        assertThat(project.payable()).isEqualTo(Money.ofYuan(600));
        assertThatThrownBy(() -> project.fund(Money.ofFen(1))).isInstanceOf(ProjectRefusal.AboveAmount.class);
    }

    /** What may be paid is that share of the money, cut to the fen, never more than all of it, and grows with progress. */
    @Property(tries = 200)
    void progressCapsThePayments(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long fen,
            @ForAll @IntRange(min = 0, max = 99) int percent) {
        var project = started(Money.ofFen(fen));
        var unused = project.take(Step.PROGRESS, VILLAGE, act(percent), 1, NOW);
        var before = project.payable();
        assertThat(before.fen())
                .isEqualTo(java.math.BigInteger.valueOf(fen)
                        .multiply(java.math.BigInteger.valueOf(percent))
                        .divide(java.math.BigInteger.valueOf(100))
                        .longValueExact());
        var more = project.take(Step.PROGRESS, VILLAGE, act(percent + 1), 1, NOW);
        assertThat(more.percent()).isEqualTo(percent + 1);
        assertThat(project.payable()).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Money.ofFen(fen));
    }

    private static Project.Act act(@Nullable Integer percent) {
        return new Project.Act("", "公示〔2016〕1号", percent, "第一施工队");
    }

    private static Caller rightFor(Step step) {
        return switch (step) {
            case PROPOSE, PROGRESS -> VILLAGE;
            case NOTICE_BEFORE, START, NOTICE_AFTER -> TOWNSHIP;
            case ENTER, REJECT, ACCEPT, OPERATE, ABANDON -> COUNTY;
            case FUND -> FINANCE;
        };
    }

    private static Proposal proposal(@Nullable String target, @Nullable String link) {
        return proposal(target, link, Money.ofYuan(1000));
    }

    private static Proposal proposal(@Nullable String target, @Nullable String link, Money amount) {
        return new Proposal(
                450732900201L,
                2016,
                "油茶基地",
                "INDUSTRY",
                Nature.NEW,
                "甲屯",
                LocalDate.of(2016, 3, 1),
                LocalDate.of(2016, 12, 1),
                "农业局",
                "种植油茶",
                amount,
                "SPECIAL_FUND",
                target,
                link,
                null,
                "INDUSTRY",
                "SPECIALTY_INDUSTRY",
                null,
                null);
    }

    private static Project started() {
        return started(Money.ofYuan(1000));
    }

    private static Project started(Money amount) {
        var project = new Project(UUID.randomUUID(), proposal("户均增收", "EMPLOYMENT", amount), "", VILLAGE, NOW);
        for (var step : List.of(Step.NOTICE_BEFORE, Step.ENTER, Step.FUND, Step.START)) {
            var unused = project.take(step, rightFor(step), act(null), 1, NOW);
        }
        project.fund(amount);
        return project;
    }

    private static Project at(Stage stage) {
        var project = new Project(UUID.randomUUID(), proposal("户均增收", "EMPLOYMENT"), "", VILLAGE, NOW);
        var unused = project.take(Step.NOTICE_BEFORE, TOWNSHIP, act(null), 1, NOW);
        var way =
                switch (stage) {
                    case PROPOSED -> List.<Step>of();
                    case IN_LIBRARY -> List.of(Step.ENTER);
                    case FUNDED -> List.of(Step.ENTER, Step.FUND);
                    case UNDER_WAY -> List.of(Step.ENTER, Step.FUND, Step.START, Step.PROGRESS);
                    case ACCEPTED ->
                        List.of(Step.ENTER, Step.FUND, Step.START, Step.PROGRESS, Step.ACCEPT, Step.NOTICE_AFTER);
                    case IN_OPERATION ->
                        List.of(
                                Step.ENTER,
                                Step.FUND,
                                Step.START,
                                Step.PROGRESS,
                                Step.ACCEPT,
                                Step.NOTICE_AFTER,
                                Step.OPERATE);
                    case REJECTED -> List.of(Step.REJECT);
                    case ABANDONED -> List.of(Step.ENTER, Step.ABANDON);
                };
        for (var step : way) {
            var taken = project.take(step, rightFor(step), act(100), 1, NOW);
            assertThat(taken.step()).isEqualTo(step);
        }
        return project;
    }
}
