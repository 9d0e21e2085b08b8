package org.jingzhun.identification.testing;

import java.util.ArrayList;
import java.util.List;

/** Divisions of Longlin county for tests; each test class takes townships of its own. */
public final class Places {

    public static final String COUNTY = "451031";

    private Places() {}

    /** Rows of the county, one of its townships and some villages {@code township + 001}, 002 and so on. */
    public static List<String> rows(String township, int villages) {
        List<String> rows = new ArrayList<>(List.of(
                division("450000000000", "广西壮族自治区", "PROVINCE", ""),
                division("451000000000", "百色市", "CITY", "450000000000"),
                division("451031000000", "隆林各族自治县", "COUNTY", "451000000000"),
                division(township + "000", "乡" + township, "TOWNSHIP", "451031000000")));
        for (int i = 1; i <= villages; i++) {
            rows.add(division(village(township, i), "村" + i, "VILLAGE", township + "000"));
        }
        return rows;
    }

    /** Makes them known. */
    public static void known(String township, int villages) {
        Client.imported("divisions", rows(township, villages));
    }

    public static String village(String township, int number) {
        return township + "%03d".formatted(number);
    }

    public static String division(String code, String name, String level, String parent) {
        return """
                {"code":"%s","name":"%s","level":"%s",%s"validFrom":"2010-01-01"}""".formatted(code, name, level, parent.isEmpty() ? "" : "\"parent\":\"" + parent + "\",");
    }
}
