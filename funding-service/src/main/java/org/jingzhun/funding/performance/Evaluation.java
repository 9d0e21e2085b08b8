package org.jingzhun.funding.performance;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.funding.performance.grading.Grade;
import org.jingzhun.funding.performance.grading.Grading.Graded;

/**
 * How well a division used the money of a year (绩效评价). It moves by the steps of {@link Step} alone; its grade feeds
 * allocations once it is published.
 */
@Entity
@Table(name = "performance_evaluation")
public class Evaluation {

    @Id
    private UUID id;

    @Column
    private long division;

    @Column
    private int year;

    @Column
    private String criteria;

    @Enumerated(EnumType.STRING)
    @Column
    private Stage stage = Stage.DRAFT;

    @Column
    private int total;

    @Enumerated(EnumType.STRING)
    @Column
    private Grade grade;

    @Column(name = "document_number")
    private String documentNumber;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "performance_mark", joinColumns = @JoinColumn(name = "evaluation_id"))
    private Set<Mark> marks = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "performance_step", joinColumns = @JoinColumn(name = "evaluation_id"))
    @OrderColumn(name = "position")
    private List<StepTaken> steps = new ArrayList<>();

    @Version
    @Column
    private long version;

    Evaluation(UUID id, Content content, Caller evaluator, Instant now) {
        this.id = id;
        this.division = content.division();
        this.year = content.year();
        this.createdAt = now;
        this.criteria = content.criteria();
        this.documentNumber = content.documentNumber();
        this.total = content.graded().total();
        this.grade = content.graded().grade();
        this.marks.addAll(content.marks());
        sign(Step.MARK, stage, evaluator, "", now);
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Evaluation() {}

    /** What an evaluation says. */
    record Content(
            long division, int year, String criteria, String documentNumber, Collection<Mark> marks, Graded graded) {}

    /**
     * Writes a draft anew.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if it has left the draft
     * @throws PerformanceRefusal.SubjectFixed if it was about another division or year
     */
    void rewrite(Content content, Caller evaluator, Instant now) {
        var unused = Signing.requireMayTake(Step.MARK, stage, Officer.of(evaluator), steps);
        if (content.division() != division || content.year() != year) {
            throw new PerformanceRefusal.SubjectFixed();
        }
        criteria = content.criteria();
        documentNumber = content.documentNumber();
        total = content.graded().total();
        grade = content.graded().grade();
        marks.clear();
        marks.addAll(content.marks());
        sign(Step.MARK, stage, evaluator, "", now);
    }

    /**
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open, not this officer's, or was to be taken
     *     by another person
     */
    void take(Step step, Caller officer, String remark, Instant now) {
        sign(step, stage, officer, remark, now);
        stage = step.to();
    }

    private void sign(Step step, Stage at, Caller officer, String remark, Instant now) {
        var signed = Signing.sign(step, at, Officer.of(officer), steps, remark, now);
        steps.add(new StepTaken(step, signed.takenBy(), signed.name(), signed.role(), remark, now));
    }

    public UUID id() {
        return id;
    }

    public long division() {
        return division;
    }

    public int year() {
        return year;
    }

    /** Code of the set of criteria and grades that it went by. */
    public String criteria() {
        return criteria;
    }

    public Stage stage() {
        return stage;
    }

    /** Hundredths of a point. */
    public int total() {
        return total;
    }

    public Grade grade() {
        return grade;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Set<Mark> marks() {
        return Set.copyOf(marks);
    }

    public List<StepTaken> steps() {
        return List.copyOf(steps);
    }

    public long revision() {
        return version;
    }
}
