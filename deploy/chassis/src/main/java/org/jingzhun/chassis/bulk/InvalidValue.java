package org.jingzhun.chassis.bulk;

import java.util.List;

/** A value of an imported row that its field does not take; becomes a rejection. */
public final class InvalidValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> args;

    /**
     * @param code stable, kebab-case; its text is {@code <code>.detail} in the problem bundles
     * @param args fill the placeholders of the text; never personal data
     */
    public InvalidValue(String code, Object... args) {
        super(code, null, false, false);
        this.code = code;
        this.args = List.of(args).stream().map(String::valueOf).toList();
    }

    public String code() {
        return code;
    }

    public List<String> args() {
        return args;
    }
}
