package org.jingzhun.identification.household;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.identification.household.identity.Sex;

/**
 * What is recorded of a member.
 *
 * @param ethnicity GB/T 3304, two digits, for example 08
 * @param monthsWorked months of paid work in the year, 0 to 12
 * @param insured whether in the basic medical insurance
 * @param pensioned whether in the basic pension insurance
 */
public record MemberFacts(
        UUID id,
        String name,
        LocalDate birthDate,
        Sex sex,
        Relation relation,
        String ethnicity,
        Education education,
        Schooling schooling,
        Labour labour,
        Work work,
        int monthsWorked,
        boolean insured,
        boolean pensioned,
        Secrets secrets) {}
