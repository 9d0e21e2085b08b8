package org.jingzhun.chassis.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to the client as RFC 9457 problem details. Title and detail are looked up by {@code code} in the
 * resource bundles {@code problems/*} ({@code <code>.title}, {@code <code>.detail}) in the client's language, with
 * {@code args} filled in.
 *
 * @param status HTTP status, 400 to 599
 * @param code stable, kebab-case
 * @param args values for the placeholders of the detail, never personal data
 * @param errors one entry for each bad field
 * @param properties further members of the problem document, in alphabetical order
 */
public record Problem(
        int status, String code, List<Object> args, List<FieldError> errors, Map<String, Object> properties) {

    /**
     * One bad field.
     *
     * @param pointer JSON pointer into the request body, or the name of a parameter
     * @param code stable, kebab-case
     * @param detail what is wrong and what to do, in the client's language already; {@code null} when the bundles hold
     *     {@code <code>.detail}
     * @param args values for the placeholders of that detail
     */
    public record FieldError(
            String pointer,
            String code,
            @Nullable String detail,
            @Nullable List<Object> args) {

        public FieldError {
            args = args == null ? List.of() : List.copyOf(args);
        }

        /** Told as the bundles tell its code, without values, unless it is the problem's own code. */
        public FieldError(String pointer, String code, @Nullable String detail) {
            this(pointer, code, detail, List.of());
        }

        /** Told as the bundles tell its code. */
        public static FieldError of(String pointer, String code, Object... args) {
            return new FieldError(pointer, code, null, List.of(args));
        }

        @Override
        public List<Object> args() {
            return args == null ? List.of() : args;
        }
    }

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status (" + status + ") must be 400 to 599");
        }
        args = List.copyOf(args);
        errors = List.copyOf(errors);
        properties = new TreeMap<>(properties);
    }

    public static Problem of(int status, String code, Object... args) {
        return new Problem(status, code, List.of(args), List.of(), Map.of());
    }

    public Problem with(FieldError error) {
        var all = new ArrayList<>(errors);
        all.add(error);
        return new Problem(status, code, args, all, properties);
    }

    public Problem with(List<FieldError> more) {
        var all = new ArrayList<>(errors);
        all.addAll(more);
        return new Problem(status, code, args, all, properties);
    }

    public Problem with(String property, Object value) {
        var all = new TreeMap<>(properties);
        all.put(property, value);
        return new Problem(status, code, args, errors, all);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
