package org.jingzhun.identification.household;

/**
 * A fact that cannot be true beside another.
 *
 * @param pointer JSON pointer of the field to blame
 * @param code stable, kebab-case; its text is {@code <code>.detail}
 */
public record Contradiction(String pointer, String code) {}
