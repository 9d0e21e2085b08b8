package org.jingzhun.funding.codelist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One code with its labels.
 *
 * @param code UPPER_SNAKE
 * @param zh label in Chinese
 * @param en label in English
 * @param validTo last day of validity, null while it goes on
 * @param source the document that set it, with the mark of its evidence in brackets
 */
public record CodeEntry(
        String list,
        String code,
        String zh,
        String en,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) implements Dated {}
