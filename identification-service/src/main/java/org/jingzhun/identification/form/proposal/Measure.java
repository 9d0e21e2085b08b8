package org.jingzhun.identification.form.proposal;

import java.util.List;
import java.util.function.Predicate;

/** A number that the members of a household give, with which rules choose an item. */
public enum Measure {
    /** How many they are. */
    PERSONS {
        @Override
        double of(List<Person> family) {
            return family.size();
        }
    },
    /** 1 for one person alone who is 60 or older or not yet 16 (孤寡、孤儿), else 0. */
    ALONE {
        @Override
        double of(List<Person> family) {
            return family.size() == 1 && !isOfWorkingAge(family.getFirst()) ? 1 : 0;
        }
    },
    /** 1 when the head has no spouse in the household but children below 18 (单亲), else 0. */
    SINGLE_PARENT {
        @Override
        double of(List<Person> family) {
            boolean alone = family.stream().noneMatch(person -> person.place() == Person.Place.SPOUSE);
            boolean children =
                    family.stream().anyMatch(person -> person.place() == Person.Place.CHILD && person.age() < MAJORITY);
            return alone && children ? 1 : 0;
        }
    },
    /** Persons of 16 to 59 years. */
    WORKING_AGE {
        @Override
        double of(List<Person> family) {
            return count(family, Measure::isOfWorkingAge);
        }
    },
    /** Those who do not work to those who do (抚养比); infinite when nobody does. */
    DEPENDENCY_RATIO {
        @Override
        double of(List<Person> family) {
            double working = count(family, Person::works);
            return working == 0 ? Double.POSITIVE_INFINITY : (family.size() - working) / working;
        }
    },
    /** Labourers to persons (劳动力占比), 0 to 1; 0 for nobody. */
    LABOUR_SHARE {
        @Override
        double of(List<Person> family) {
            return family.isEmpty() ? 0 : count(family, Person::works) / family.size();
        }
    },
    /** Persons with a major illness (大病). */
    MAJOR_ILLNESS {
        @Override
        double of(List<Person> family) {
            return count(family, Person::gravelyIll);
        }
    },
    /** Persons with a disability of grade 1 or 2 (重度残疾). */
    SEVERE_DISABILITY {
        @Override
        double of(List<Person> family) {
            return count(family, Person::isSeverelyDisabled);
        }
    },
    /** Persons with a disability of grade 3 or 4. */
    LIGHT_DISABILITY {
        @Override
        double of(List<Person> family) {
            return count(family, Person::isLightlyDisabled);
        }
    },
    /** Persons with a chronic illness (长期慢性病). */
    CHRONIC {
        @Override
        double of(List<Person> family) {
            return count(family, Person::chronicallyIll);
        }
    },
    /** Persons with a chronic illness or a disability. */
    CHRONIC_OR_DISABLED {
        @Override
        double of(List<Person> family) {
            return count(family, person -> person.chronicallyIll() || person.disability() > 0);
        }
    },
    /** Persons in college or higher vocational school (大专及以上在校生). */
    TERTIARY_STUDENTS {
        @Override
        double of(List<Person> family) {
            return count(family, person -> person.attends() == Person.School.TERTIARY);
        }
    },
    /** Persons in senior or vocational school (高中、中职在校生). */
    SENIOR_STUDENTS {
        @Override
        double of(List<Person> family) {
            return count(family, person -> person.attends() == Person.School.SENIOR);
        }
    },
    /** Persons in preschool or compulsory education (学前、义务教育在校生). */
    PUPILS {
        @Override
        double of(List<Person> family) {
            return count(family, person -> person.attends() == Person.School.PUPIL);
        }
    },
    /** Persons with paid work in the year (务工). */
    WAGED {
        @Override
        double of(List<Person> family) {
            return count(family, person -> person.monthsWaged() > 0);
        }
    },
    /** Persons with three months of paid work or more. */
    WAGED_THREE_MONTHS {
        @Override
        double of(List<Person> family) {
            return count(family, person -> person.monthsWaged() >= THREE_MONTHS);
        }
    },
    /** Persons with six months of paid work or more. */
    WAGED_SIX_MONTHS {
        @Override
        double of(List<Person> family) {
            return count(family, person -> person.monthsWaged() >= SIX_MONTHS);
        }
    },
    /** Skilled persons with six months of paid work or more (稳定技能岗位). */
    SKILLED_SIX_MONTHS {
        @Override
        double of(List<Person> family) {
            return count(family, person -> person.skilled() && person.monthsWaged() >= SIX_MONTHS);
        }
    };

    private static final int MAJORITY = 18;
    private static final int FIRST_YEAR_OF_WORK = 16;
    private static final int LAST_YEAR_OF_WORK = 59;
    private static final int THREE_MONTHS = 3;
    private static final int SIX_MONTHS = 6;

    /** The measure of a family; of one with nobody in it a number too. */
    abstract double of(List<Person> family);

    private static double count(List<Person> family, Predicate<Person> which) {
        return family.stream().filter(which).count();
    }

    private static boolean isOfWorkingAge(Person person) {
        return person.age() >= FIRST_YEAR_OF_WORK && person.age() <= LAST_YEAR_OF_WORK;
    }
}
