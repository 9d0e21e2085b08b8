package org.jingzhun.pairing.pairing;

import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;

/** The problems that refused steps of pairings are, for who asks at once and for who reads a job's result. */
public final class PairingRefusals {

    private PairingRefusals() {}

    public static Problem of(PairingRefusal refusal) {
        return switch (refusal) {
            case PairingRefusal.StillPoor poor -> Problem.of(409, "household-still-poor");
            case PairingRefusal.StillMonitored monitored -> Problem.of(409, "household-still-monitored");
            case PairingRefusal.UnknownHelper unknown ->
                Problem.of(422, "unknown-helper").with(new FieldError("/helperId", "unknown-helper", null));
            case PairingRefusal.HelperAbsent absent -> Problem.of(409, "helper-absent");
            case PairingRefusal.Conflict conflict -> Problem.of(409, "helper-conflict");
            case PairingRefusal.SameHelper same -> Problem.of(409, "same-helper");
            case PairingRefusal.Repeated repeated ->
                Problem.of(422, "repeated-transfer", repeated.pairing())
                        .with(repeated.rows().stream()
                                .map(row -> FieldError.of(
                                        "/transfers/" + row + "/pairingId", "repeated-transfer", repeated.pairing()))
                                .toList());
            case PairingRefusal.QuotaExhausted exhausted ->
                Problem.of(409, "helper-quota-exhausted", exhausted.quota());
        };
    }
}
