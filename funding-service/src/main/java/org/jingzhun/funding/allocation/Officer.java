package org.jingzhun.funding.allocation;

import java.util.Set;

/**
 * Who takes a step.
 *
 * @param subject stable id of the person
 */
public record Officer(String subject, String name, Set<String> roles) {

    public Officer {
        roles = Set.copyOf(roles);
    }
}
