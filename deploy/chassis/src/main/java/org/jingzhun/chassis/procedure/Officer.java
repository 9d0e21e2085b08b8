package org.jingzhun.chassis.procedure;

import java.util.Set;
import org.jingzhun.chassis.caller.Caller;

/**
 * Who takes a step (经办人).
 *
 * @param subject stable id of the person
 */
public record Officer(String subject, String name, Set<String> roles) {

    public Officer {
        roles = Set.copyOf(roles);
    }

    public static Officer of(Caller caller) {
        return new Officer(caller.subject(), caller.name(), caller.roles());
    }
}
