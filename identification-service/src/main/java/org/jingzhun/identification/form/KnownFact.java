package org.jingzhun.identification.form;

import java.time.LocalDate;

/**
 * What a department knows of a member, or an officer has seen, that speaks against poverty (疑点).
 *
 * @param state OPEN, NOTED, CONFIRMED or DISMISSED
 */
public record KnownFact(String source, String fact, LocalDate effectiveOn, String state) {}
