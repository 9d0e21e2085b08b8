package org.jingzhun.funding.loan;

import java.time.LocalDate;
import org.jingzhun.funding.loan.rating.Option;

/** An option of the criteria of a version. */
public record RatingOption(String version, LocalDate validFrom, Option option, String source) {}
