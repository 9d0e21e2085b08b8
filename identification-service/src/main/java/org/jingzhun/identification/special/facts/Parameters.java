package org.jingzhun.identification.special.facts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A version of a rule.
 *
 * @param values of every parameter of the rule
 */
public record Parameters(String version, Parameter.Rule rule, Map<Parameter, Integer> values) {

    /** @throws IllegalArgumentException when one is missing or belongs to another rule */
    public Parameters {
        values = Map.copyOf(values);
        if (!values.keySet().equals(of(rule))) {
            throw new IllegalArgumentException(
                    "version %s has %s but must have %s".formatted(version, values, of(rule)));
        }
    }

    /** The parameters that a rule has. */
    public static Set<Parameter> of(Parameter.Rule rule) {
        return Arrays.stream(Parameter.values())
                .filter(parameter -> parameter.rule() == rule)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Parameter.class)));
    }

    public int get(Parameter parameter) {
        Integer value = values.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("version %s has no %s".formatted(version, parameter));
        }
        return value;
    }
}
