package org.jingzhun.identification.special.facts;

import java.time.LocalDate;
import java.util.List;

/**
 * A student (贫困学生) at one level of school.
 *
 * @param grade from 1 in each level
 * @param schoolYear the year in which it begins: 2017 is September 2017 to August 2018
 */
public record Student(SchoolLevel level, int grade, int schoolYear, String school) implements Facts {

    public static final int FIRST_YEAR = 1990;
    public static final int LAST_YEAR = 2100;
    public static final int HIGHEST_GRADE = 9;
    public static final int LONGEST_SCHOOL = 100;

    private static final int FIRST_MONTH = 9;

    /** The school year that a day lies in. */
    public static int yearOf(LocalDate day) {
        return day.getMonthValue() < FIRST_MONTH ? day.getYear() - 1 : day.getYear();
    }

    /** The day on which a school year begins. */
    public static LocalDate firstDay(int schoolYear) {
        return LocalDate.of(schoolYear, FIRST_MONTH, 1);
    }

    /** A year later, in the next grade. */
    public Student promoted() {
        return new Student(level, grade + 1, schoolYear + 1, school);
    }

    public Student at(String otherSchool) {
        return new Student(level, grade, schoolYear, otherSchool);
    }

    @Override
    public List<Fault> faults(LocalDate since, Rules rules) {
        int last = level.lastGrade(rules.schooling());
        if (grade > last) {
            return List.of(Fault.of("/grade", "grade-too-high", level, last));
        }
        return schoolYear < yearOf(since) ? List.of(Fault.of("/schoolYear", "school-year-before-entry")) : List.of();
    }

    @Override
    public List<Fault> faults(Bearer bearer, LocalDate since, Rules rules) {
        int least = level.leastAge(rules.schooling());
        return bearer.ageOn(since) < least ? List.of(Fault.of("/level", "student-too-young", level, least)) : List.of();
    }
}
