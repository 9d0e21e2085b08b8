package org.jingzhun.identification.special.facts;

import java.util.List;

/**
 * What contradicts itself in facts.
 *
 * @param pointer JSON pointer of the field to blame
 * @param code stable, kebab-case
 * @param args for the text of the code; never personal data
 */
public record Fault(String pointer, String code, List<Object> args) {

    public Fault {
        args = List.copyOf(args);
    }

    static Fault of(String pointer, String code, Object... args) {
        return new Fault(pointer, code, List.of(args));
    }
}
