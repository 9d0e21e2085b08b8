package org.jingzhun.chassis.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list in SQL, those alone whose filters are set, and their values. Columns and conditions come from
 * the code; what a client sends goes into parameters.
 */
public final class Conditions {

    private static final Pattern PARAMETER = Pattern.compile(":filter\\d+");

    private final StringBuilder text = new StringBuilder("true");
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param value an enum goes by its name; null leaves the condition out */
    public Conditions equal(String column, @Nullable Object value) {
        return value == null ? this : and(column + " = " + parameter(value));
    }

    /** @param values null leaves the condition out */
    public Conditions any(String column, @Nullable List<String> values) {
        return values == null
                ? this
                : and(column + " = any (cast(" + parameter(values.toArray(String[]::new)) + " as text[]))");
    }

    /** @param chosen null leaves both out */
    public Conditions either(@Nullable Boolean chosen, String ifTrue, String ifFalse) {
        return chosen == null ? this : and(chosen ? ifTrue : ifFalse);
    }

    /** @param division null for everywhere */
    public Conditions within(String column, @Nullable Area division) {
        return division == null
                ? this
                : and(column + " between " + parameter(division.from()) + " and " + parameter(division.to()));
    }

    /**
     * Behind the cursor of a list in the order of a place and an id.
     *
     * @param keys the two columns
     * @param after null for the beginning
     */
    public Conditions behind(String keys, @Nullable Cursor after) {
        return behind(keys, after, each -> List.of(each.number(0), each.id(1)));
    }

    /**
     * Behind the cursor of a list in another order.
     *
     * @param keys the columns of the order, all ascending
     * @param after null for the beginning
     */
    public Conditions behind(String keys, @Nullable Cursor after, Function<Cursor, List<Object>> last) {
        return after == null
                ? this
                : and("(" + keys + ") > ("
                        + String.join(
                                ", ",
                                last.apply(after).stream().map(this::parameter).toList()) + ")");
    }

    private Conditions and(String condition) {
        text.append(" and ").append(condition);
        return this;
    }

    private String parameter(Object value) {
        String name = "filter" + values.size();
        values.put(name, value instanceof Enum<?> each ? each.name() : value);
        return ":" + name;
    }

    /** With named parameters, which are {@link #values()}. */
    @Override
    public String toString() {
        return text.toString();
    }

    public Map<String, Object> values() {
        return values;
    }

    /** With the parameters of {@link Database}, which are {@link #arguments()}. */
    public String positional() {
        return PARAMETER.matcher(text).replaceAll("?");
    }

    public Object[] arguments() {
        return values.values().toArray();
    }
}
