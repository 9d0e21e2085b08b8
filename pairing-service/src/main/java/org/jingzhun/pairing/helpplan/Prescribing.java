package org.jingzhun.pairing.helpplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.IdTaken;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.announcing.Announcing;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.HelpEffectRecorded;
import org.jingzhun.pairing.signing.Case;
import org.jingzhun.pairing.signing.Signatory;
import org.jspecify.annotations.Nullable;

/** Writes help plans, leads them up and down, and notes what came of them. */
@ApplicationScoped
public class Prescribing {

    private static final Set<PlanState> WRITABLE = Set.of(PlanState.DRAFT, PlanState.RETURNED);
    private static final Set<PlanStep> NEED_WORDS = Set.of(PlanStep.RETURN, PlanStep.SEND_BACK, PlanStep.ADJUST);
    private static final Set<PlanStep> UP = Set.of(PlanStep.PROPOSE, PlanStep.REPROPOSE);

    private final HelpPlans plans;
    private final Catalogue catalogue;
    private final Signatory signatory;
    private final Announcing announcing;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Prescribing(
            HelpPlans plans,
            Catalogue catalogue,
            Signatory signatory,
            Announcing announcing,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.catalogue = catalogue;
        this.signatory = signatory;
        this.announcing = announcing;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A plan with its signatures. */
    public record Handled(HelpPlan plan, List<Signature> steps, boolean isNew) {}

    /**
     * Writes a plan under an id of the client's choice, or writes it anew; the same again changes nothing but its revision.
     *
     * @param asked state and what came of its measures do not matter
     * @param ifMatch needed for a plan that is there
     * @throws HelpPlanRefusal if it does not fit together, or is on its way up
     */
    @Transactional
    public Handled write(HelpPlan asked, @Nullable String ifMatch) {
        var known = plans.lock(asked.id());
        known.ifPresent(plan -> Revisions.require(ifMatch, plan.revision()));
        var plan = named(asked);
        requireFitting(plan);
        if (known.isEmpty()) {
            if (!plans.add(plan)) {
                throw new HelpPlanRefusal.PlanStands();
            }
            signatory.sign(signed(plan), PlanStep.WRITE, null, "");
        } else {
            var was = known.get();
            if (!WRITABLE.contains(was.state())) {
                throw new HelpPlanRefusal.NotWritable(was.state());
            }
            if (was.villageCode() != plan.villageCode() || was.kind() != plan.kind()) {
                throw new HelpPlanRefusal.KindMismatch(was.kind());
            }
            plans.change(plan);
            audit.record(
                    AuditEntry.of("help-plan-rewritten", "help-plan", plan.id()).in(plan.villageCode()));
        }
        plans.write(plan);
        return new Handled(get(plan.id()).plan(), signatory.list(plan.id()), known.isEmpty());
    }

    /** The plan with the version of the catalogue by which its measures are named. */
    private HelpPlan named(HelpPlan plan) {
        var today = Clocks.today(clock);
        var pathways = catalogue.pathways(plan.villageCode(), today);
        var known = pathways.stream().map(Catalogue.Entry::code).toList();
        var actions = catalogue.actions(plan.villageCode(), today).stream()
                .map(Catalogue.Entry::code)
                .toList();
        for (var measure : plan.measures()) {
            if (!known.contains(measure.pathway())) {
                throw new HelpPlanRefusal.UnknownMeasure(measure.pathway(), known);
            }
            var action = measure.action();
            if (action != null && !actions.contains(action)) {
                throw new HelpPlanRefusal.UnknownMeasure(action, actions);
            }
        }
        return new HelpPlan(
                plan.id(),
                plan.kind(),
                plan.villageCode(),
                plan.hamlet(),
                plan.householdId(),
                plan.firstYear(),
                plan.finalYear(),
                pathways.stream().map(Catalogue.Entry::version).findFirst().orElse("-"),
                PlanState.DRAFT,
                plan.measures(),
                0);
    }

    private void requireFitting(HelpPlan plan) {
        boolean fits = (plan.kind() == HelpPlan.Kind.HOUSEHOLD) == (plan.householdId() != null)
                && (plan.kind() == HelpPlan.Kind.HAMLET) == (plan.hamlet() != null);
        if (!fits || plan.finalYear() < plan.firstYear()) {
            throw new HelpPlanRefusal.KindMismatch(plan.kind());
        }
        var household = plan.householdId();
        boolean known = household == null
                ? plans.isVillage(plan.villageCode())
                : plans.mainCause(household, plan.villageCode()).isPresent();
        if (!known || !caller.get().area().covers(plan.villageCode())) {
            throw new HelpPlanRefusal.UnknownSubject();
        }
        requireOwn(plan);
        var ids = plan.measures().stream().map(HelpPlan.Measure::id).toList();
        for (UUID id : ids) {
            if (ids.indexOf(id) != ids.lastIndexOf(id)) {
                throw new HelpPlanRefusal.MeasureTaken(id);
            }
        }
        plans.foreign(plan.id(), ids).ifPresent(id -> {
            throw new HelpPlanRefusal.MeasureTaken(id);
        });
    }

    private void requireOwn(HelpPlan plan) {
        if (caller.get().has(Role.HELPER) && !plans.helps(caller.get().helperId(), plan.householdId())) {
            throw new HelpPlanRefusal.NotYourHousehold();
        }
    }

    /** @throws HelpPlanRefusal if there is none, or a helper asks for a household that it does not help */
    @Transactional
    public Handled get(UUID id) {
        var plan = plans.find(id).orElseThrow(() -> new HelpPlanRefusal.Unknown(id));
        requireOwn(plan);
        return new Handled(plan, signatory.list(id), false);
    }

    /**
     * Takes a step.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws HelpPlanRefusal if the plan has no measure, or none against the household's main cause
     */
    @Transactional
    public Handled take(UUID id, PlanStep step, String remark, @Nullable String ifMatch) {
        var plan = plans.lock(id).orElseThrow(() -> new HelpPlanRefusal.Unknown(id));
        requireOwn(plan);
        if (ifMatch != null) {
            Revisions.require(ifMatch, plan.revision());
        }
        signatory.sign(signed(plan), step, plan.state(), remark);
        if (NEED_WORDS.contains(step) && remark.isBlank()) {
            throw new HelpPlanRefusal.Missing(step);
        }
        if (UP.contains(step)) {
            requireSound(plan);
        }
        plans.move(id, step.to());
        var handled = get(id);
        if (step == PlanStep.APPROVE) {
            announcing.tell(handled.plan().told(Announcement.Type.HELP_PLAN_ADOPTED));
        }
        if (step == PlanStep.CLOSE) {
            announcing.tell(handled.plan().told(Announcement.Type.HELP_PLAN_CLOSED));
        }
        return handled;
    }

    private void requireSound(HelpPlan plan) {
        if (plan.measures().isEmpty()) {
            throw new HelpPlanRefusal.Missing(null);
        }
        var household = plan.householdId();
        if (household == null) {
            return;
        }
        var cause = plans.mainCause(household, plan.villageCode())
                .map(Prescribing::cause)
                .orElseThrow(HelpPlanRefusal.UnknownSubject::new);
        var helping = catalogue.pathways(plan.villageCode(), Clocks.today(clock)).stream()
                .filter(pathway -> pathway.causes().contains(cause))
                .map(Catalogue.Entry::code)
                .toList();
        if (plan.measures().stream().map(HelpPlan.Measure::pathway).noneMatch(helping::contains)) {
            throw new HelpPlanRefusal.CauseUnmet(cause, helping);
        }
    }

    /** Codes that are unknown here count as OTHER. */
    private static Cause cause(String code) {
        for (var cause : Cause.values()) {
            if (cause.name().equals(code)) {
                return cause;
            }
        }
        return Cause.OTHER;
    }

    /**
     * Notes what a measure had brought by a day; the same again changes nothing.
     *
     * @param incomeFen income a year, in fen
     * @throws HelpPlanRefusal if there is no such measure, or the day is to come
     * @throws IdTaken if the id stands with other content
     */
    @Transactional
    public Handled see(
            UUID plan, UUID measure, UUID id, LocalDate seenOn, long incomeFen, boolean done, String remark) {
        var seen = get(plan).plan();
        if (seen.measures().stream().noneMatch(each -> each.id().equals(measure))) {
            throw new HelpPlanRefusal.Unknown(measure);
        }
        if (seenOn.isAfter(Clocks.today(clock))) {
            throw new HelpPlanRefusal.EffectInFuture();
        }
        var effect = new HelpPlans.Effect(id, measure, seen.villageCode(), seenOn, incomeFen, done, remark);
        if (plans.add(effect, caller.get().subject(), clock.instant())) {
            announcing.tell(new HelpEffectRecorded(
                    Announcement.Type.HELP_EFFECT_RECORDED,
                    id,
                    plan,
                    measure,
                    Divisions.text(seen.villageCode()),
                    seen.householdId(),
                    seenOn,
                    HelpPlan.yuan(incomeFen),
                    done));
        } else {
            IdTaken.unless(plans.effect(id).filter(effect::equals).isPresent(), id);
        }
        audit.record(AuditEntry.of("help-effect-seen", "help-plan", plan)
                .in(seen.villageCode())
                .with("measure", measure));
        return get(plan);
    }

    private static Case signed(HelpPlan plan) {
        return Case.of("help-plan", plan.id(), plan.villageCode());
    }
}
