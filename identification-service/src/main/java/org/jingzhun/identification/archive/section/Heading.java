package org.jingzhun.identification.archive.section;

/**
 * What a section is called, and where it stands.
 *
 * @param name stable, kebab-case, unique
 * @param order of the sections, ascending: hundreds, so that others fit between
 * @param lasting whether its facts stay once they are true; what grows by itself, like the list of readers, is not sealed
 */
public record Heading(String name, int order, String zh, String en, boolean lasting) {

    public Heading {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("name (%s) of a section must be kebab-case".formatted(name));
        }
    }

    public static Heading of(String name, int order, String zh, String en) {
        return new Heading(name, order, zh, en, true);
    }
}
