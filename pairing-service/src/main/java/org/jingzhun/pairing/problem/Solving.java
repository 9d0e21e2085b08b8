package org.jingzhun.pairing.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.IdTaken;
import org.jingzhun.pairing.access.Level;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.announcing.Announcing;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.signing.Case;
import org.jingzhun.pairing.signing.Signatory;
import org.jspecify.annotations.Nullable;

/** Takes problems up and leads them to their end (问题不过周). */
@ApplicationScoped
public class Solving {

    private final ProblemRows problems;
    private final Signatory signatory;
    private final Policies policies;
    private final Announcing announcing;
    private final CurrentCaller caller;
    private final Clock clock;

    Solving(
            ProblemRows problems,
            Signatory signatory,
            Policies policies,
            Announcing announcing,
            CurrentCaller caller,
            Clock clock) {
        this.problems = problems;
        this.signatory = signatory;
        this.policies = policies;
        this.announcing = announcing;
        this.caller = caller;
        this.clock = clock;
    }

    /** A problem with all steps that it went. */
    public record Handled(Problem problem, List<Signature> steps) {}

    /**
     * What is to be raised.
     *
     * @param division where, 12 digits
     */
    public record Raised(
            @Nullable UUID id,
            long division,
            @Nullable UUID householdId,
            String title,
            String details,
            Problem.Source source,
            @Nullable UUID sourceId) {}

    /**
     * Puts a problem on the county's table, or on that of the level it concerns; the same again changes nothing.
     *
     * @throws IdTaken if the id stands with other content
     * @throws ProblemRefusal.ForeignDivision if it lies outside of the caller's area
     */
    @Transactional
    public Handled raise(Raised raised) {
        if (!caller.get().area().covers(raised.division())) {
            throw new ProblemRefusal.ForeignDivision(raised.division());
        }
        var id = Objects.requireNonNullElseGet(raised.id(), UuidCreator::getTimeOrderedEpoch);
        var today = Clocks.today(clock);
        var concerned = Level.of(raised.division());
        var level = concerned.compareTo(Level.COUNTY) > 0 ? Level.COUNTY : concerned;
        var days = policies.problemDays.on(today);
        var problem = new Problem(
                id,
                raised.division(),
                raised.householdId(),
                raised.title(),
                raised.details(),
                raised.source(),
                raised.sourceId(),
                level,
                ProblemState.OPEN,
                days.version(),
                today,
                today.plusDays(days.get(level)),
                0,
                null,
                0);
        if (problems.add(problem)) {
            signatory.sign(named(problem), ProblemStep.RAISE, null, "");
            announcing.tell(problem.told(Announcement.Type.PROBLEM_OPENED));
        } else {
            IdTaken.unless(
                    problems.find(id).filter(known -> known.says(problem)).isPresent(), id);
        }
        return get(id);
    }

    /** @throws ProblemRefusal.Unknown if there is none */
    @Transactional
    public Handled get(UUID id) {
        var problem = problems.find(id).orElseThrow(() -> new ProblemRefusal.Unknown(id));
        return new Handled(problem, signatory.list(id));
    }

    /**
     * Takes a step.
     *
     * @param remark how it was solved, or why not; RESOLVE, RETURN and ESCALATE need it
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws ProblemRefusal if another level has it, or nobody is above
     */
    @Transactional
    public Handled take(UUID id, ProblemStep step, String remark, @Nullable String ifMatch) {
        var problem = problems.lock(id).orElseThrow(() -> new ProblemRefusal.Unknown(id));
        if (ifMatch != null) {
            Revisions.require(ifMatch, problem.revision());
        }
        signatory.sign(named(problem), step, problem.state(), remark);
        if (step != ProblemStep.CLOSE && remark.isBlank()) {
            throw new ProblemRefusal.RemarkMissing(step);
        }
        problems.move(after(problem, step));
        var handled = get(id);
        announcing.tell(handled.problem().told(type(step)));
        return handled;
    }

    private static Announcement.Type type(ProblemStep step) {
        return switch (step) {
            case RAISE -> Announcement.Type.PROBLEM_OPENED;
            case RESOLVE -> Announcement.Type.PROBLEM_SOLVED;
            case RETURN -> Announcement.Type.PROBLEM_REOPENED;
            case CLOSE -> Announcement.Type.PROBLEM_CLOSED;
            case ESCALATE -> Announcement.Type.PROBLEM_ESCALATED;
        };
    }

    private static Case named(Problem problem) {
        return Case.of("problem", problem.id(), problem.division());
    }

    private Problem after(Problem problem, ProblemStep step) {
        return switch (step) {
            case RESOLVE -> {
                requireHolder(problem);
                yield at(problem, step, problem.level(), problem.deadline(), null);
            }
            case RETURN -> at(problem, step, problem.level(), week(problem.level()), null);
            case CLOSE -> at(problem, step, problem.level(), problem.deadline(), Clocks.today(clock));
            case ESCALATE -> {
                var above = problem.level().above().orElseThrow(ProblemRefusal.NobodyAbove::new);
                if (!caller.get().has(Role.SUPERVISOR)) {
                    requireHolder(problem);
                }
                yield at(problem, step, above, week(above), null);
            }
            case RAISE -> problem;
        };
    }

    private void requireHolder(Problem problem) {
        if (!caller.get().has(problem.level().role())) {
            throw new ProblemRefusal.HeldElsewhere(problem.level());
        }
    }

    private LocalDate week(Level level) {
        return Clocks.today(clock)
                .plusDays(policies.problemDays.on(Clocks.today(clock)).get(level));
    }

    private Problem at(Problem was, ProblemStep step, Level level, LocalDate deadline, @Nullable LocalDate endedOn) {
        return new Problem(
                was.id(),
                was.division(),
                was.householdId(),
                was.title(),
                was.details(),
                was.source(),
                was.sourceId(),
                level,
                step.to(),
                deadline.equals(was.deadline())
                        ? was.ruleVersion()
                        : policies.problemDays.on(Clocks.today(clock)).version(),
                was.raisedOn(),
                deadline,
                was.escalations() + (step == ProblemStep.ESCALATE ? 1 : 0),
                endedOn,
                was.revision());
    }
}
