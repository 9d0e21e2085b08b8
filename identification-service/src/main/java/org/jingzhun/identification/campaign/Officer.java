package org.jingzhun.identification.campaign;

import java.util.EnumSet;
import java.util.Set;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.Level;

/**
 * Who opens a gate.
 *
 * @param subject stable name of the person
 * @param name to be shown
 * @param levels the levels for which the person acts
 */
public record Officer(String subject, String name, Set<Level> levels) {

    public Officer {
        levels = Set.copyOf(levels);
    }

    /** Whether the table gives the gate to one of the officer's levels. */
    boolean mayTake(Gate gate) {
        return levels.contains(gate.takenBy());
    }

    /** The levels come from the roles of the token. */
    public static Officer of(Caller caller) {
        EnumSet<Level> levels = EnumSet.noneOf(Level.class);
        for (Level level : Level.values()) {
            if (caller.has(roleOf(level))) {
                levels.add(level);
            }
        }
        return new Officer(caller.subject(), caller.name(), levels);
    }

    private static String roleOf(Level level) {
        return switch (level) {
            case PROVINCE -> Role.REGION_OFFICER;
            case CITY -> Role.CITY_OFFICER;
            case COUNTY -> Role.COUNTY_OFFICER;
            case TOWNSHIP -> Role.TOWNSHIP_OFFICER;
            case VILLAGE -> Role.VILLAGE_OFFICER;
        };
    }
}
