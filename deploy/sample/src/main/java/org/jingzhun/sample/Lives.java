package org.jingzhun.sample;

import org.jingzhun.sample.Member.Education;
import org.jingzhun.sample.Member.Health;
import org.jingzhun.sample.Member.Labour;
import org.jingzhun.sample.Member.Schooling;
import org.jingzhun.sample.Member.Work;

/** Draws schooling, health, ability to work and wage work of one person by age. */
final class Lives {

    private static final String[] TYPES = {
        "LIMB",
        "LIMB",
        "LIMB",
        "LIMB",
        "SIGHT",
        "SIGHT",
        "HEARING",
        "HEARING",
        "SPEECH",
        "INTELLECTUAL",
        "MENTAL",
        "MULTIPLE"
    };
    private static final String[] BRACKETS = {"0", "16", "40", "60"};
    private static final Schooling[] GRADES = {Schooling.GRADE_7, Schooling.GRADE_8, Schooling.GRADE_9};
    private static final Schooling[] SENIOR = {Schooling.SENIOR_1, Schooling.SENIOR_2, Schooling.SENIOR_3};
    private static final Schooling[] VOCATIONAL = {
        Schooling.VOCATIONAL_1, Schooling.VOCATIONAL_2, Schooling.VOCATIONAL_3
    };
    private static final Schooling[] HIGHER_VOCATIONAL = {
        Schooling.HIGHER_VOCATIONAL_1, Schooling.HIGHER_VOCATIONAL_2, Schooling.HIGHER_VOCATIONAL_3
    };
    private static final Education[] ADULTS = {Education.ILLITERATE, Education.PRIMARY, Education.JUNIOR};
    private static final Work[] PLACES = {
        Work.NONE, Work.IN_TOWNSHIP, Work.IN_COUNTY, Work.IN_PROVINCE, Work.OUT_OF_PROVINCE
    };

    private final double[][] health = new double[BRACKETS.length][];
    private final double severe;
    private final double preschool;
    private final double compulsory;
    private final double[] upper;
    private final double college;
    private final double higherVocational;
    private final double[] old;
    private final double[] middle;
    private final double[] young;
    private final double skilled;
    private final double lost;
    private final double lateLabour;
    private final double[] work;

    Lives(Parameters parameters) {
        for (int i = 0; i < BRACKETS.length; i++) {
            String name = "health." + BRACKETS[i] + ".";
            health[i] = parameters.numbers(name + "chronic", name + "major", name + "disabled");
        }
        severe = parameters.number("health.severe-share");
        preschool = parameters.number("schooling.preschool");
        compulsory = parameters.number("schooling.compulsory");
        upper = parameters.numbers("schooling.senior", "schooling.vocational");
        college = parameters.number("schooling.college");
        higherVocational = parameters.number("schooling.higher-vocational");
        old = parameters.numbers("education.old.illiterate", "education.old.primary");
        middle = parameters.numbers("education.middle.illiterate", "education.middle.primary");
        young = parameters.numbers("education.young.illiterate", "education.young.primary", "education.young.junior");
        skilled = parameters.number("labour.skilled");
        lost = parameters.number("labour.lost-by-major-illness");
        lateLabour = parameters.number("labour.of-60-to-64");
        work = parameters.numbers(
                "work.none", "work.in-township", "work.in-county", "work.in-province", "work.out-of-province");
    }

    Schooling schooling(int age, Draw draw) {
        double u = draw.uniform();
        if (age < 3) {
            return Schooling.NONE;
        }
        if (age < 6) {
            return u < preschool ? Schooling.PRESCHOOL : Schooling.NONE;
        }
        if (age < 15) {
            if (u >= compulsory && age > 9) {
                return Schooling.NONE;
            }
            return age < 12 ? Schooling.PRIMARY : GRADES[age - 12];
        }
        if (age < 18) {
            int year = age - 15;
            if (u < upper[0]) {
                return SENIOR[year];
            }
            return u < upper[0] + upper[1] ? VOCATIONAL[year] : Schooling.NONE;
        }
        if (age <= 21) {
            if (u < college) {
                return Schooling.COLLEGE;
            }
            if (age <= 20 && u < college + higherVocational) {
                return HIGHER_VOCATIONAL[age - 18];
            }
        }
        return Schooling.NONE;
    }

    Education education(int age, int birthYear, Schooling schooling, Draw draw) {
        double u = draw.uniform();
        if (age < 6) {
            return Education.PRESCHOOL;
        }
        if (schooling.higher()) {
            return Education.COLLEGE;
        }
        if (schooling.senior()) {
            return Education.SENIOR;
        }
        if (age < 12) {
            return Education.PRIMARY;
        }
        if (age < 18) {
            return schooling == Schooling.NONE && u < 0.3 ? Education.PRIMARY : Education.JUNIOR;
        }
        double[] shares = birthYear < 1955 ? old : birthYear < 1980 ? middle : young;
        double left = u;
        for (int i = 0; i < shares.length; i++) {
            left -= shares[i];
            if (left < 0) {
                return ADULTS[i];
            }
        }
        return shares.length == 2 ? (left < 0.1 ? Education.SENIOR : Education.JUNIOR) : Education.SENIOR;
    }

    Health health(int age, Draw draw) {
        double[] shares = health[age < 16 ? 0 : age < 40 ? 1 : age < 60 ? 2 : 3];
        double left = draw.uniform();
        if ((left -= shares[0]) < 0) {
            return Health.CHRONIC;
        }
        if ((left -= shares[1]) < 0) {
            return Health.MAJOR_ILLNESS;
        }
        return left < shares[2] ? Health.DISABLED : Health.HEALTHY;
    }

    String disability(Draw draw) {
        int grade = draw.chance(severe) ? draw.between(1, 2) : draw.between(3, 4);
        return draw.one(TYPES) + "_" + grade;
    }

    Labour labour(int age, Schooling schooling, Health health, boolean severelyDisabled, Draw draw) {
        double u = draw.uniform();
        if (age < 16 || schooling != Schooling.NONE || age >= 65) {
            return Labour.NONE;
        }
        if (severelyDisabled || (health == Health.MAJOR_ILLNESS && draw.chance(lost))) {
            return Labour.LOST;
        }
        if (age >= 60) {
            return u < lateLabour ? Labour.ORDINARY : Labour.NONE;
        }
        return u < skilled && age >= 18 ? Labour.SKILLED : Labour.ORDINARY;
    }

    Work work(int age, Labour labour, Draw draw) {
        double u = draw.uniform();
        if (labour != Labour.ORDINARY && labour != Labour.SKILLED) {
            return Work.NONE;
        }
        if (age >= 55 && u < 0.85) {
            return draw.chance(0.2) ? Work.IN_TOWNSHIP : Work.NONE;
        }
        double left = u;
        for (int i = 0; i < work.length; i++) {
            left -= work[i];
            if (left < 0) {
                return PLACES[i];
            }
        }
        return Work.NONE;
    }

    int monthsWorked(Work work, Draw draw) {
        return switch (work) {
            case NONE -> 0;
            case IN_TOWNSHIP -> draw.between(1, 4);
            case IN_COUNTY, OTHER -> draw.between(2, 9);
            case IN_PROVINCE -> draw.between(4, 11);
            case OUT_OF_PROVINCE -> draw.between(6, 12);
        };
    }
}
