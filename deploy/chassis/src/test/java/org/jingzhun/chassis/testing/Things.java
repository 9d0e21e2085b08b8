package org.jingzhun.chassis.testing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Real things of one county, by the paths under which they are: {@code /v1/units/{id}} to an id. What the matrix needs to
 * call an endpoint with something that is there.
 */
public final class Things {

    /** An id that nothing has. */
    static final String NOBODYS = "01956a1f-7c00-7000-8000-00000000dead";

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

    private final String county;
    private final Map<String, String> byPath = new TreeMap<>();
    private final Set<String> parameters = new TreeSet<>();
    private final Map<String, String> known = new TreeMap<>();

    private Things(String county) {
        this.county = county;
        known.put("division", county + "000000");
        known.put("county", county + "000000");
        known.put("villageCode", village());
        known.put("village", village());
        known.put("year", "2017");
    }

    /** @param county six digits; nothing else may use it */
    public static Things of(String county) {
        return new Things(county);
    }

    /** @param path as in the contract, up to the variable and with it */
    public Things at(String path, Object value) {
        byPath.put(path, value.toString());
        return this;
    }

    /** A value in a path that is no thing: a year, a month. */
    public Things on(String path, Object value) {
        parameters.add(path);
        return at(path, value);
    }

    /** The value of a parameter or field wherever one of that name is asked for. */
    public Things called(String name, Object value) {
        known.put(name, value.toString());
        return this;
    }

    public String county() {
        return county;
    }

    /** The township that holds the village. */
    public String township() {
        return county + "100";
    }

    public String village() {
        return county + "100201";
    }

    public Optional<String> findKnown(String name) {
        return Optional.ofNullable(known.get(name));
    }

    Map<String, String> known() {
        return known;
    }

    /** The path with its variables filled in; where nothing is known, with an id that nothing has. */
    String filled(String path) {
        Matcher variable = VARIABLE.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (variable.find()) {
            variable.appendReplacement(
                    filled, Matcher.quoteReplacement(byPath.getOrDefault(path.substring(0, variable.end()), NOBODYS)));
        }
        return variable.appendTail(filled).toString();
    }

    /** Whether every variable of the path is filled with something that is there. */
    boolean isReal(String path) {
        return VARIABLE.matcher(path)
                .results()
                .allMatch(variable -> byPath.containsKey(path.substring(0, variable.end())));
    }

    /** Whether the path names something that lies in an area. */
    boolean hasThing(String path) {
        return isReal(path)
                && VARIABLE.matcher(path)
                        .results()
                        .anyMatch(variable -> !parameters.contains(path.substring(0, variable.end())));
    }

    /** What shows that an answer holds something of the county: codes of its villages, ids of its things. */
    boolean isIn(String answer) {
        return Stream.concat(Stream.of(township()), byPath.values().stream().filter(value -> value.length() == 36))
                .anyMatch(answer::contains);
    }
}
