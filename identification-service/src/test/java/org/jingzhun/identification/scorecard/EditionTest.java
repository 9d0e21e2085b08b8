package org.jingzhun.identification.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of a scorecard against the table, without a database. */
class EditionTest {

    private static final CardContent CONTENT = CardContent.of(List.of());

    private final List<StepTaken> taken = new ArrayList<>();

    private Edition written(String writer) {
        Edition edition = new Edition("X");
        write(edition);
        taken.add(signed(Step.WRITE, writer));
        return edition;
    }

    private static void write(Edition edition) {
        edition.write(
                new CardDraft(
                        Direction.LOW_IS_POOR,
                        Area.ofPrefix("451031"),
                        LocalDate.of(2016, 1, 1),
                        null,
                        "文件",
                        Mark.SOURCED,
                        null,
                        1,
                        List.of()),
                Direction.LOW_IS_POOR,
                1,
                CONTENT);
    }

    private StepTaken signed(Step step, String by) {
        return new StepTaken(taken.size() + 1, step, by, by, Instant.EPOCH, null, null, CONTENT.hex());
    }

    private void take(Edition edition, Step step, String by) {
        edition.take(step, by, taken, null);
        taken.add(signed(step, by));
    }

    private Edition at(Stage stage) {
        Edition edition = written("writer");
        for (Step step :
                switch (stage) {
                    case DRAFT -> List.<Step>of();
                    case CHECKED -> List.of(Step.CHECK);
                    case PUBLISHED -> List.of(Step.CHECK, Step.PUBLISH);
                    case RETIRED -> List.of(Step.CHECK, Step.PUBLISH, Step.RETIRE);
                }) {
            take(edition, step, "other");
        }
        return edition;
    }

    static Stream<Arguments> matrix() {
        return Stream.of(Stage.values())
                .flatMap(stage -> Stream.of(Step.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void aStepIsTakenFromItsStageAlone(Stage stage, Step step) {
        Edition edition = at(stage);
        @Nullable ScorecardException refused = null;
        try {
            if (step == Step.WRITE) {
                write(edition);
            } else {
                take(edition, step, "other");
            }
        } catch (ScorecardException exception) {
            refused = exception;
        }
        if (step.from() == stage) {
            assertThat(refused).isNull();
            assertThat(edition.stage()).isEqualTo(step.to());
        } else {
            assertThat(refused).isNotNull();
            assertThat(refused.refusal()).isEqualTo(new ScorecardRefusal.StepNotOpen(step, stage));
            assertThat(edition.stage()).isEqualTo(stage);
        }
    }

    @Test
    void whoWroteADraftNeitherChecksNorPublishesIt() {
        Edition edition = written("writer");
        assertThatExceptionOfType(ScorecardException.class)
                .isThrownBy(() -> take(edition, Step.CHECK, "writer"))
                .matches(e -> e.refusal().equals(new ScorecardRefusal.SamePerson(Step.CHECK)));
        take(edition, Step.CHECK, "other");
        assertThatExceptionOfType(ScorecardException.class)
                .isThrownBy(() -> take(edition, Step.PUBLISH, "writer"))
                .matches(e -> e.refusal().equals(new ScorecardRefusal.SamePerson(Step.PUBLISH)));
        take(edition, Step.RETURN, "writer");
        assertThat(edition.stage()).isEqualTo(Stage.DRAFT);
    }

    @Test
    void aCardDoesNotEndBeforeItBegins() {
        Edition edition = at(Stage.PUBLISHED);
        LocalDate before = LocalDate.of(2015, 12, 31);
        assertThatExceptionOfType(ScorecardException.class)
                .isThrownBy(() -> edition.take(Step.RETIRE, "other", taken, before))
                .matches(e -> e.refusal() instanceof ScorecardRefusal.EndsBeforeItBegins);
        edition.take(Step.RETIRE, "other", taken, LocalDate.of(2016, 12, 31));
        assertThat(edition.validTo()).isEqualTo(LocalDate.of(2016, 12, 31));
    }

    @Test
    void ofSeveralStagesEveryOneIsReached() {
        assertThat(Stage.values())
                .allSatisfy(stage -> assertThat(at(stage).stage()).isEqualTo(stage));
    }
}
