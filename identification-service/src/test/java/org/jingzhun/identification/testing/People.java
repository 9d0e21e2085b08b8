package org.jingzhun.identification.testing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.time.Clocks;

/** Households and members for tests. Their id numbers end the sequence with 000, which is not given out. */
public final class People {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private People() {}

    /** The id number of the n-th person; may be a man or a woman. */
    public static String number(int n) {
        return number("452631", n, "000");
    }

    /** The id number of a woman born as the n-th person, of an area that does not exist. */
    public static String womansNumber(int n) {
        return number("000000", n, "002");
    }

    /** One of a million id numbers that were all born on the day of the 4000th person; none is given out. */
    public static String numberOf(int n) {
        return number("%06d".formatted(100_000 + n), 4000, "000");
    }

    private static String number(String area, int n, String sequence) {
        String first = area + birthDate(n).format(DateTimeFormatter.BASIC_ISO_DATE) + sequence;
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first.charAt(i) - '0') * WEIGHTS[i];
        }
        return first + "10X98765432".charAt(sum % 11);
    }

    public static LocalDate birthDate(int n) {
        return LocalDate.of(1950, 1, 1).plusDays(n);
    }

    /** The number of a person who is so many years old today, less a day. */
    public static int bornYearsAgo(int years) {
        return (int) ChronoUnit.DAYS.between(
                        birthDate(0), LocalDate.now(Clocks.SHANGHAI).minusYears(years))
                + 1;
    }

    public static String household(UUID id, String village) {
        return """
                {"id":"%s","villageCode":"%s","hamlet":"上屯","address":"上屯1号","householder":"王某","phone":"13800001234"}""".formatted(id, village);
    }

    /** A row of an import of members. */
    public static String member(UUID id, UUID household, String relation, int person) {
        return """
                {"id":"%s","householdId":"%s",%s}""".formatted(id, household, traits(relation, person));
    }

    /** What the body of a household says of a member. */
    public static String traits(String relation, int person) {
        return """
                "name":"人%d","idNumber":"%s","sex":"FEMALE","birthDate":"%s","relation":"%s","ethnicity":"08",\
                "education":"PRIMARY","schooling":"NONE","health":"CHRONIC","disability":"LIMB_2",\
                "labour":"ORDINARY","work":"IN_COUNTY","monthsWorked":7,"insured":true,"pensioned":false""".formatted(person, number(person), birthDate(person), relation);
    }

    /** The body of a household whose first member is the head. */
    public static String body(String village, List<String> members) {
        return """
                {"villageCode":"%s","hamlet":"上屯","address":"上屯1号","householder":"王某","phone":"13800001234",\
                "members":[%s]}""".formatted(
                village,
                members.stream().map(member -> "{" + member + "}").collect(java.util.stream.Collectors.joining(",")));
    }
}
