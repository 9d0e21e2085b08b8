package org.jingzhun.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * The area codes (first six digits of an id number, GB 11643) of a county's residents.
 *
 * <p>An id number is area, date of birth, sequence, check digit. The sample fixes the sequence at 000, which is never
 * issued, so that no sample number can be a real person's. Area and date must then tell all persons apart: about 18
 * persons of Longlin share a birth date, so one area code cannot do. Each county has its own code, its former code for
 * people born before 2002, and a share of 7,300 codes that no county ever had (third and fourth digit 15 to 20, 32 to
 * 39, 40 to 98). Within a county each village owns every n-th pair of date and area (n = number of villages), so
 * villages never collide although they are made apart. The codes 4599xx are kept for {@link #OUTSIDERS}.
 *
 * @param own code of the county, for births from 2002
 * @param former code before 2002; equal to the own code where it did not change
 * @param pool codes never issued
 * @param villages number of villages that share these codes
 */
record AreaCodes(String own, String former, List<String> pool, int villages) {

    /** Third and fourth digits of {@code 99}: people of the records who are registered in no village of the sample. */
    static final String OUTSIDERS = "99";

    private static final int POOL = 7_300;

    static AreaCodes of(String county, Divisions divisions, Parameters parameters) {
        String province = county.substring(0, 2);
        int before = 0;
        int all = 0;
        for (String other : divisions.counties()) {
            if (other.startsWith(province)) {
                int villages = divisions.villages(other).size();
                before += other.compareTo(county) < 0 ? villages : 0;
                all += villages;
            }
        }
        int villages = divisions.villages(county).size();
        int first = before * POOL / all;
        int end = (before + villages) * POOL / all;
        List<String> pool = new ArrayList<>();
        for (int n = first; n < end; n++) {
            pool.add(province + middle(n / 100) + twoDigits(n % 100));
        }
        while (!pool.isEmpty() && IdNumbers.gcd(pool.size() + 1, villages) != 1) {
            pool.removeLast(); // otherwise a village would own pairs of a few area codes only
        }
        String former =
                parameters.findText("county." + county + ".former-area-code").orElse(county);
        return new AreaCodes(county, former, pool, villages);
    }

    /** Codes for outsiders, shared by the villages of a province. */
    static AreaCodes outsiders(String province, Divisions divisions) {
        List<String> pool = new ArrayList<>();
        for (int n = 1; n < 100; n++) {
            pool.add(province + OUTSIDERS + twoDigits(n));
        }
        int villages = divisions.counties().stream()
                .filter(county -> county.startsWith(province))
                .mapToInt(county -> divisions.villages(county).size())
                .sum();
        return new AreaCodes(province + OUTSIDERS + "00", province + OUTSIDERS + "00", pool, villages);
    }

    int size() {
        return pool.size() + 1;
    }

    /** The code with this number for a birth in this year. */
    String code(int number, int birthYear) {
        if (number > 0) {
            return pool.get(number - 1);
        }
        return birthYear < 2002 ? former : own;
    }

    private static String middle(int block) {
        int digits = block < 6 ? 15 + block : block < 14 ? 32 + block - 6 : 40 + block - 14;
        return twoDigits(digits);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
