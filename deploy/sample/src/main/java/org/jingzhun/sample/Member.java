package org.jingzhun.sample;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a household (家庭成员).
 *
 * @param idNumber eighteen characters with a valid check digit and the never-issued sequence 000
 * @param age completed years at the time point of the campaign
 * @param ethnicity two digits of GB/T 3304
 * @param disability type and grade, such as {@code LIMB_2}; only with {@link Health#DISABLED}
 * @param monthsWorked months of paid work in the year, 0 to 12
 */
public record Member(
        UUID id,
        String name,
        String idNumber,
        Sex sex,
        LocalDate birthDate,
        int age,
        Relation relation,
        String ethnicity,
        Education education,
        Schooling schooling,
        Health health,
        @Nullable String disability,
        Labour labour,
        Work work,
        int monthsWorked,
        boolean insured,
        boolean pensioned) {

    /** Relation to the householder (与户主关系). */
    public enum Relation {
        HEAD,
        SPOUSE,
        SON,
        DAUGHTER,
        DAUGHTER_IN_LAW,
        SON_IN_LAW,
        GRANDSON,
        GRANDDAUGHTER,
        MATERNAL_GRANDSON,
        MATERNAL_GRANDDAUGHTER,
        FATHER,
        MOTHER,
        OTHER
    }

    /** Highest education, the present school included (文化程度). */
    public enum Education {
        PRESCHOOL,
        ILLITERATE,
        PRIMARY,
        JUNIOR,
        SENIOR,
        COLLEGE
    }

    /** School that the person attends (在校生状况). */
    public enum Schooling {
        NONE,
        PRESCHOOL,
        PRIMARY,
        GRADE_7,
        GRADE_8,
        GRADE_9,
        SENIOR_1,
        SENIOR_2,
        SENIOR_3,
        VOCATIONAL_1,
        VOCATIONAL_2,
        VOCATIONAL_3,
        HIGHER_VOCATIONAL_1,
        HIGHER_VOCATIONAL_2,
        HIGHER_VOCATIONAL_3,
        COLLEGE;

        /** Senior middle school or secondary vocational school. */
        public boolean senior() {
            return compareTo(SENIOR_1) >= 0 && compareTo(VOCATIONAL_3) <= 0;
        }

        /** College or higher vocational school. */
        public boolean higher() {
            return compareTo(HIGHER_VOCATIONAL_1) >= 0;
        }
    }

    /** State of health (健康状况). */
    public enum Health {
        HEALTHY,
        CHRONIC,
        MAJOR_ILLNESS,
        DISABLED
    }

    /** Ability to work (劳动能力): NONE for children and old people, LOST for those who fell ill. */
    public enum Labour {
        ORDINARY,
        SKILLED,
        LOST,
        NONE
    }

    /** Where the person works for wages (务工地). */
    public enum Work {
        NONE,
        IN_TOWNSHIP,
        IN_COUNTY,
        IN_PROVINCE,
        OUT_OF_PROVINCE,
        OTHER
    }

    /** Whether the person can work. */
    public boolean labourer() {
        return labour == Labour.ORDINARY || labour == Labour.SKILLED;
    }

    /** Whether the disability is of grade 1 or 2 (重度残疾). */
    public boolean severelyDisabled() {
        return disability != null && disability.charAt(disability.length() - 1) <= '2';
    }
}
