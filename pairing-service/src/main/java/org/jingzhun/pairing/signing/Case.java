package org.jingzhun.pairing.signing;

import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.procedure.Move;

/**
 * What goes the steps of a procedure.
 *
 * @param procedure begins the audit trail's name of each step, kebab-case
 * @param kind of thing, as the audit trail names it
 * @param division where it lies, 12 digits
 */
public record Case(String procedure, String kind, UUID id, long division) {

    /** A thing whose procedure is named after it. */
    public static Case of(String kind, UUID id, long division) {
        return new Case(kind, kind, id, division);
    }

    AuditEntry taken(Move<?> step, String remark) {
        return AuditEntry.of(procedure + "-" + step.name().toLowerCase(Locale.ROOT), kind, id)
                .in(division)
                .because(remark.isEmpty() ? null : remark);
    }
}
