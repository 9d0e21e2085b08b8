package org.jingzhun.acceptance.dependencies;

import java.util.regex.Pattern;

/**
 * A flaw of a library that was published, a line of {@code known-flaws.csv}.
 *
 * @param library group and name; {@code *} for every name of the group
 * @param fixed first version without it
 * @param flaw its numbers (CVE)
 * @param accepted why the suite may be run with it; blank when it may not
 */
record KnownFlaw(String library, String fixed, String flaw, String accepted) {

    private static final Pattern PARTS = Pattern.compile("[.\\-+]");

    static KnownFlaw of(String line) {
        String[] cells = line.split(",", 4);
        return new KnownFlaw(cells[0], cells[1], cells[2], cells[3].replaceAll("^\"|\"$", ""));
    }

    boolean isAccepted() {
        return !accepted.isBlank();
    }

    boolean isIn(String name, String version) {
        boolean named = library.endsWith(":*")
                ? name.startsWith(library.substring(0, library.length() - 1))
                : name.equals(library);
        return named && isBefore(version, fixed);
    }

    /** By the numbers from the left; what is no number counts as none, so that 4.1.0.Final is 4.1.0. */
    static boolean isBefore(String version, String other) {
        String[] ours = PARTS.split(version);
        String[] theirs = PARTS.split(other);
        for (int part = 0; part < Math.max(ours.length, theirs.length); part++) {
            int difference = Long.compare(number(ours, part), number(theirs, part));
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static long number(String[] parts, int part) {
        return part < parts.length && parts[part].matches("\\d{1,15}") ? Long.parseLong(parts[part]) : 0;
    }

    @Override
    public String toString() {
        return "%s: of %s before %s".formatted(flaw, library, fixed);
    }
}
