package org.jingzhun.pairing.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.procedure.Signing;
import org.jspecify.annotations.Nullable;

/** Takes steps for procedures: asks their table, keeps the signature and records it, in the transaction of the step. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Signatory {

    private final Signatures signatures;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Signatory(Signatures signatures, CurrentCaller caller, Audit audit, Clock clock) {
        this.signatures = signatures;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The caller takes a step.
     *
     * @param stage where it stands, null before it has begun
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     */
    public <S extends Enum<S>> void sign(Case what, Move<S> step, @Nullable S stage, String remark) {
        sign(what, step, stage, Officer.of(caller.get()), remark);
    }

    /** Somebody else does, as a job in its own name. */
    public <S extends Enum<S>> void sign(Case what, Move<S> step, @Nullable S stage, Officer officer, String remark) {
        List<Signature> before = stage == null ? List.of() : list(what.id());
        signatures.add(what.id(), what.division(), Signing.sign(step, stage, officer, before, remark, clock.instant()));
        audit.record(what.taken(step, remark));
    }

    /** The caller begins many procedures at once. */
    public <S extends Enum<S>> void begin(List<Case> all, Move<S> step) {
        Signature signed = Signing.sign(step, null, Officer.of(caller.get()), List.of(), "", clock.instant());
        signatures.addAll(all.stream()
                .map(what -> new Signatures.Under(what.id(), what.division(), signed))
                .toList());
        audit.recordAll(all.stream().map(what -> what.taken(step, "")).toList());
    }

    /** In the order in which they were given. */
    public List<Signature> list(UUID id) {
        return signatures.list(id);
    }
}
