package org.jingzhun.identification.assessment;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jingzhun.identification.scorecard.scoring.Category;
import org.jingzhun.identification.scorecard.scoring.Item;
import org.jingzhun.identification.scorecard.scoring.Score;
import org.jingzhun.identification.scorecard.scoring.Scorecard;
import org.jingzhun.identification.scorecard.scoring.Scoring;
import org.jspecify.annotations.Nullable;

/** Visits to a household, with each answer and what it gave to the score. */
@ApplicationScoped
class AssessmentSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("assessments", 200, "入户评估", "Assessments");
    private static final Table<VisitRow> VISITS = Table.ofFacts("visits", "历次入户", "Visits", VisitRow.class);
    private static final Table<AnswerRow> ANSWERS =
            Table.ofRows("answers", "逐项答案与得分", "Answers and points", AnswerRow.class);
    private static final Table<CategoryRow> CATEGORIES =
            Table.ofRows("categories", "分类小计", "Points by category", CategoryRow.class);
    private static final Table<StepRow> STEPS = Table.ofRows("steps", "五步法记录", "The five steps", StepRow.class);
    private static final Table<ChangeRow> SCORE_CHANGES =
            Table.ofRows("score-changes", "评议调分", "Scores changed by appraisals", ChangeRow.class);
    private static final Table<AlterationRow> ALTERATIONS =
            Table.ofRows("alterations", "涂改记录", "Alterations", AlterationRow.class);

    private static final String ASSESSMENTS = """
            select household_id, id, campaign_id, round, scorecard, answers_low, answers_high, score, visited_on,
                   assessors, signed_by, main_cause, other_causes, form, latitude, longitude, debts_fen, income_fen,
                   counted_score as counted, revision
            from assessment where household_id = any(?)
            order by household_id, visited_on, round, id""";

    private static final String CHANGES = """
            select household_id, assessment_id, gate, score_before, score_after, reason, taken_name, taken_at
            from score_change where household_id = any(?)
            order by household_id, taken_at, gate""";
    private static final String ALTERED = """
            select household_id, assessment_id, revision, score, visited_on, reason, changed_by, fingerprint,
                   recorded_name, recorded_at
            from assessment_version where household_id = any(?)
            order by household_id, recorded_at, assessment_id, revision""";

    private final Scorecards scorecards;

    AssessmentSection(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    /** A visit. */
    record VisitRow(
            UUID id,
            UUID campaignId,
            @Label("入户日期") LocalDate visitedOn,
            @Label(value = "轮次", codes = "assessment-round") String round,
            @Label("指标体系") String scorecard,
            @Label("得分") int score,
            @Label("按答案复算") int recomputed,
            @Label("计入得分") int counted,
            @Label("评估人") List<String> assessors,
            @Label("农户签字") String signedBy,
            @Label(value = "主要致贫原因", codes = "cause") String mainCause,
            @Label(value = "其他致贫原因", codes = "cause") List<String> otherCauses,
            @Label("照片") List<String> photos,
            @Label("纬度") @Nullable String latitude,
            @Label("经度") @Nullable String longitude,
            @Label("债务（元）") @Nullable String debts,
            @Label("收入（元）") @Nullable String income,
            @Label("修订次数") long revision) {}

    /** An answer that holds, with its points. */
    record AnswerRow(
            UUID assessmentId,
            @Label("入户日期") LocalDate visitedOn,
            @Label("类别") String category,
            @Label("代码") String item,
            @Label("指标") String name,
            @Label("分值") int points) {}

    /** What a category gave. */
    record CategoryRow(
            UUID assessmentId,
            @Label("入户日期") LocalDate visitedOn,
            @Label("代码") String category,
            @Label("类别") String name,
            @Label("得分") int points,
            @Label("超过上限未计") int capped) {}

    /** What a step of the visit found. */
    record StepRow(
            UUID assessmentId,
            @Label("入户日期") LocalDate visitedOn,
            @Label(value = "步骤", codes = "visit-step") String step,
            @Label("记录") String found) {}

    /** A score that an appraisal changed. */
    record ChangeRow(
            UUID assessmentId,
            @Label(value = "评议", codes = "gate") String gate,
            @Label("调整前") int before,
            @Label("调整后") int after,
            @Label("理由") String reason,
            @Label("办理人") String takenBy,
            @Label("时间") @Nullable Instant takenAt) {}

    /** A version that was altered, with who and why. */
    record AlterationRow(
            UUID assessmentId,
            @Label("修订次数") long revision,
            @Label("修改前得分") int score,
            @Label("修改前入户日期") @Nullable LocalDate visitedOn,
            @Label("理由") String reason,
            @Label("修改人") String changedBy,
            @Label("指纹摘要") String fingerprint,
            @Label("录入人") String recordedBy,
            @Label("时间") @Nullable Instant recordedAt) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.query(ASSESSMENTS, (household, row) -> {
            Scorecard card = scorecards.get(row.getString("scorecard")).card();
            Score score = Scoring.score(
                    card, new AnswerSheet(card.version(), row.getLong("answers_low"), row.getLong("answers_high")));
            UUID id = row.getObject("id", UUID.class);
            LocalDate day = requireNonNull(Values.day(row, "visited_on"));
            VisitForm form = form(row);
            reading.add(household, VISITS, visit(row, id, day, score, form));
            steps(id, day, form).forEach(step -> reading.add(household, STEPS, step));
            score.subtotals().forEach(subtotal -> {
                Category category = category(card, subtotal.category());
                reading.add(
                        household,
                        CATEGORIES,
                        new CategoryRow(
                                id, day, category.code(), category.nameZh(), subtotal.points(), subtotal.capped()));
                subtotal.contributions()
                        .forEach(each -> reading.add(
                                household,
                                ANSWERS,
                                new AnswerRow(
                                        id,
                                        day,
                                        category.nameZh(),
                                        each.item(),
                                        name(category, each.item()),
                                        each.points())));
            });
        });
        reading.query(CHANGES, (household, row) -> reading.add(household, SCORE_CHANGES, change(row)));
        reading.query(ALTERED, (household, row) -> reading.add(household, ALTERATIONS, alteration(row)));
    }

    private static VisitForm form(ResultSet row) throws SQLException {
        return requireNonNullElse(new VisitFormText().convertToEntityAttribute(row.getString("form")), VisitForm.NONE);
    }

    private static List<StepRow> steps(UUID id, LocalDate day, VisitForm form) {
        FiveSteps steps = form.steps();
        return steps == null
                ? List.of()
                : List.of(
                        new StepRow(id, day, "ENTER", steps.enter().found()),
                        new StepRow(id, day, "LOOK", steps.look().found()),
                        new StepRow(id, day, "CALCULATE", steps.calculate().found()),
                        new StepRow(id, day, "COMPARE", steps.compare().found()),
                        new StepRow(id, day, "DELIBERATE", steps.deliberate().found()));
    }

    private static ChangeRow change(ResultSet row) throws SQLException {
        return new ChangeRow(
                row.getObject("assessment_id", UUID.class),
                row.getString("gate"),
                row.getInt("score_before"),
                row.getInt("score_after"),
                row.getString("reason"),
                row.getString("taken_name"),
                Values.time(row, "taken_at"));
    }

    private static AlterationRow alteration(ResultSet row) throws SQLException {
        return new AlterationRow(
                row.getObject("assessment_id", UUID.class),
                row.getLong("revision"),
                row.getInt("score"),
                Values.day(row, "visited_on"),
                row.getString("reason"),
                row.getString("changed_by"),
                row.getString("fingerprint"),
                row.getString("recorded_name"),
                Values.time(row, "recorded_at"));
    }

    private static VisitRow visit(ResultSet row, UUID id, LocalDate day, Score score, VisitForm form)
            throws SQLException {
        return new VisitRow(
                id,
                row.getObject("campaign_id", UUID.class),
                day,
                row.getString("round"),
                row.getString("scorecard"),
                row.getInt("score"),
                score.total(),
                row.getInt("counted"),
                Values.texts(row, "assessors"),
                row.getString("signed_by"),
                row.getString("main_cause"),
                Values.texts(row, "other_causes"),
                form.photos().stream().map(VisitForm.Photo::sha256).toList(),
                Values.decimal(row, "latitude"),
                Values.decimal(row, "longitude"),
                Values.yuan(row, "debts_fen"),
                Values.yuan(row, "income_fen"),
                row.getLong("revision"));
    }

    private static Category category(Scorecard card, String code) {
        return card.categories().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Category category, String item) {
        return category.items().stream()
                .filter(each -> each.code().equals(item))
                .map(Item::nameZh)
                .findFirst()
                .orElseThrow();
    }
}
