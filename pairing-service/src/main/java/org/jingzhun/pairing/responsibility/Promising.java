package org.jingzhun.pairing.responsibility;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Level;
import org.jingzhun.pairing.announcing.Announcing;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.LetterChanged;
import org.jingzhun.pairing.signing.Case;
import org.jingzhun.pairing.signing.Signatory;
import org.jspecify.annotations.Nullable;

/** Has letters of responsibility written and signed, level by level (层层签订责任书). */
@ApplicationScoped
public class Promising {

    private final Letters letters;
    private final Targets targets;
    private final Setting setting;
    private final Signatory signatory;
    private final Announcing announcing;
    private final CurrentCaller caller;

    Promising(
            Letters letters,
            Targets targets,
            Setting setting,
            Signatory signatory,
            Announcing announcing,
            CurrentCaller caller) {
        this.letters = letters;
        this.targets = targets;
        this.setting = setting;
        this.signatory = signatory;
        this.announcing = announcing;
        this.caller = caller;
    }

    /** A letter with its signatures, and the targets that it promises as they stand. */
    public record Promised(Letter letter, List<Target> targets, List<Signature> steps) {}

    /** A letter to be written. */
    public record Order(
            @Nullable UUID id,
            int year,
            long upper,
            long lower,
            String document,
            List<String> duties,
            List<UUID> targets) {

        public Order {
            duties = List.copyOf(duties);
            targets = List.copyOf(targets);
        }
    }

    /**
     * Writes a letter; the same id again changes nothing.
     *
     * @throws ResponsibilityRefusal if the two are not level and next level, a target is another's, or a letter stands
     */
    @Transactional
    public Promised draft(Order order) {
        var below = Level.of(order.lower());
        var above = below.above();
        if (above.isEmpty() || above.get().around(order.lower()) != order.upper()) {
            throw new ResponsibilityRefusal.NotTheLevelBelow(order.upper(), order.lower());
        }
        if (!targets.isKnown(order.lower()) || !caller.get().area().covers(order.lower())) {
            throw new ResponsibilityRefusal.ForeignDivision(order.lower());
        }
        requireOwn(order);
        var letter = new Letter(
                Objects.requireNonNullElseGet(order.id(), UuidCreator::getTimeOrderedEpoch),
                order.year(),
                order.upper(),
                order.lower(),
                order.document(),
                order.duties(),
                order.targets(),
                LetterState.DRAFT,
                0);
        if (letters.add(letter)) {
            sign(letter, LetterStep.DRAFT, null, "");
        } else {
            letters.standing(order.lower(), order.year())
                    .map(Letter::id)
                    .filter(standing -> !standing.equals(letter.id()))
                    .ifPresent(standing -> {
                        throw new ResponsibilityRefusal.LetterStands(standing);
                    });
        }
        return get(letter.id());
    }

    private void requireOwn(Order order) {
        var own = targets.list(order.targets(), order.year()).stream()
                .filter(target -> target.division() == order.lower()
                        && target.firstYear() <= order.year()
                        && order.year() <= target.finalYear())
                .map(Target::id)
                .collect(Collectors.toSet());
        order.targets().stream().filter(id -> !own.contains(id)).findFirst().ifPresent(foreign -> {
            throw new ResponsibilityRefusal.ForeignTarget(foreign);
        });
    }

    /** @throws ResponsibilityRefusal.Unknown if there is none */
    @Transactional
    public Promised get(UUID id) {
        var letter = letters.find(id).orElseThrow(() -> new ResponsibilityRefusal.Unknown(id));
        var promised = targets.list(letter.targets(), setting.thisYear());
        return new Promised(letter, promised, signatory.list(id));
    }

    /**
     * Takes a step.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws ResponsibilityRefusal.OtherSide if the other side takes it
     */
    @Transactional
    public Promised take(UUID id, LetterStep step, String remark) {
        var letter = letters.lock(id).orElseThrow(() -> new ResponsibilityRefusal.Unknown(id));
        sign(letter, step, letter.state(), remark);
        letters.move(id, step.to());
        var promised = get(id);
        if (step == LetterStep.SIGN) {
            announcing.tell(told(Announcement.Type.LETTER_SIGNED, promised.letter()));
        }
        if (step == LetterStep.WITHDRAW && letter.state() == LetterState.IN_FORCE) {
            announcing.tell(told(Announcement.Type.LETTER_WITHDRAWN, promised.letter()));
        }
        return promised;
    }

    private static LetterChanged told(Announcement.Type type, Letter letter) {
        return new LetterChanged(
                type,
                letter.id(),
                letter.year(),
                Divisions.text(letter.upper()),
                Divisions.text(letter.lower()),
                letter.targets(),
                letter.state().name(),
                letter.revision());
    }

    private void sign(Letter letter, LetterStep step, @Nullable LetterState stage, String remark) {
        signatory.sign(Case.of("letter", letter.id(), letter.lower()), step, stage, remark);
        var role = Level.of(step.upperSide() ? letter.upper() : letter.lower()).role();
        if (!caller.get().has(role)) {
            throw new ResponsibilityRefusal.OtherSide(step, role);
        }
    }
}
