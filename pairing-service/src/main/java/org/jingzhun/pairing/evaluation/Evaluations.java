package org.jingzhun.pairing.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.pairing.evaluation.scoring.Criterion;
import org.jingzhun.pairing.evaluation.scoring.Grade;
import org.jingzhun.pairing.evaluation.scoring.Scoring;
import org.jingzhun.pairing.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** All evaluations and results within the caller's area. */
@ApplicationScoped
public class Evaluations {

    private static final String ADD = """
            insert into evaluation (id, year, division, subject_kind, criteria, grades, vetoes, duty, counted_to,
                                    stage)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_RESULT = """
            insert into evaluation_result (evaluation_id, subject, division, criteria, reached, due, score, grade, vetoes,
                                           absences, grade_limit, deduction)
            values (?, ?, ?, ?, ?, ?, ?::int, ?, ?, ?, ?::text, ?)
            """;
    private static final String LIST = """
            select * from evaluation
            where division between ? and ? and (?::int is null or year = ?::int) and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;
    private static final String RESULTS = """
            select * from evaluation_result
            where evaluation_id = ? and (?::text is null or grade = ?::text) and (?::text is null or subject > ?::text)
            order by subject limit ?
            """;

    private final Database database;

    Evaluations(Database database) {
        this.database = database;
    }

    public Optional<Evaluation> find(UUID id) {
        return database.find("select * from evaluation where id = ?", Evaluations::read, id);
    }

    Optional<Evaluation> lock(UUID id) {
        return database.find("select * from evaluation where id = ? for update", Evaluations::read, id);
    }

    Optional<Evaluation> confirmed(int year, long division, SubjectKind kind) {
        return database.find(
                "select * from evaluation where year = ? and division = ? and subject_kind = ? and stage = 'CONFIRMED'",
                Evaluations::read,
                year,
                division,
                kind.name());
    }

    void add(Evaluation evaluation) {
        database.execute(
                ADD,
                evaluation.id(),
                evaluation.year(),
                evaluation.division(),
                evaluation.subjectKind().name(),
                evaluation.criteria(),
                evaluation.grades(),
                evaluation.vetoes(),
                evaluation.duty(),
                evaluation.countedTo(),
                evaluation.stage().name());
    }

    void move(UUID id, EvaluationStage to) {
        database.execute("update evaluation set stage = ?, version = version + 1 where id = ?", to.name(), id);
    }

    void counted(UUID id, int results) {
        database.execute("update evaluation set results = results + ? where id = ?", results, id);
    }

    void add(UUID evaluation, List<Evaluation.Result> results) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var each : results) {
            var figures = each.figures();
            var limit = each.absence().limit();
            rows.add(new @Nullable Object[] {
                evaluation,
                each.subject(),
                each.division(),
                figures.stream().map(figure -> figure.criterion().name()).toArray(),
                figures.stream().map(Scoring.Figure::reached).toArray(Long[]::new),
                figures.stream().map(Scoring.Figure::due).toArray(Long[]::new),
                each.score(),
                each.grade().name(),
                each.vetoes().toArray(),
                each.absence().found(),
                limit == null ? null : limit.name(),
                each.absence().deduction()
            });
        }
        database.executeAll(ADD_RESULT, rows);
    }

    /** In the order of their ids. */
    public List<Evaluation> list(Area area, @Nullable Integer year, @Nullable UUID after, int limit) {
        return database.list(LIST, Evaluations::read, area.from(), area.to(), year, year, after, after, limit);
    }

    /**
     * In the order of their subjects.
     *
     * @param points of the criteria by which it was made
     */
    public List<Evaluation.Result> results(
            UUID evaluation, PolicyVersion points, @Nullable Grade grade, @Nullable String after, int limit) {
        var named = grade == null ? null : grade.name();
        return database.list(RESULTS, row -> readResult(row, points), evaluation, named, named, after, after, limit);
    }

    Optional<Evaluation.Result> result(UUID evaluation, PolicyVersion points, String subject) {
        return database.find(
                "select * from evaluation_result where evaluation_id = ? and subject = ?",
                row -> readResult(row, points),
                evaluation,
                subject);
    }

    private static Evaluation read(ResultSet row) throws SQLException {
        return new Evaluation(
                row.getObject("id", UUID.class),
                row.getInt("year"),
                row.getLong("division"),
                SubjectKind.valueOf(row.getString("subject_kind")),
                row.getString("criteria"),
                row.getString("grades"),
                row.getString("vetoes"),
                row.getString("duty"),
                row.getObject("counted_to", LocalDate.class),
                EvaluationStage.valueOf(row.getString("stage")),
                row.getInt("results"),
                row.getLong("version"));
    }

    private static Evaluation.Result readResult(ResultSet row, PolicyVersion points) throws SQLException {
        var criteria = texts(row, "criteria");
        var reached = (Long[]) row.getArray("reached").getArray();
        var due = (Long[]) row.getArray("due").getArray();
        var limit = row.getString("grade_limit");
        return new Evaluation.Result(
                row.getString("subject"),
                row.getLong("division"),
                IntStream.range(0, criteria.size())
                        .mapToObj(i -> {
                            var criterion = Criterion.valueOf(criteria.get(i));
                            return new Scoring.Figure(criterion, points.get(criterion), reached[i], due[i]);
                        })
                        .toList(),
                row.getObject("score", Integer.class),
                Grade.valueOf(row.getString("grade")),
                texts(row, "vetoes"),
                new Evaluation.Absence(
                        row.getInt("absences"), limit == null ? null : Grade.valueOf(limit), row.getInt("deduction")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }
}
