package org.jingzhun.funding.loan;

import java.time.LocalDate;
import org.jingzhun.funding.loan.rating.Grade;

/** A grade of a version. */
public record RatingGrade(String version, LocalDate validFrom, Grade grade, String source) {}
