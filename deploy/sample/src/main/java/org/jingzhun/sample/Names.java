package org.jingzhun.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of people and hamlets, put together at random from {@code names.csv}. */
final class Names {

    private static final Names STANDARD = new Names();

    private final Map<String, String[]> words = new HashMap<>();
    private final String[][][] given = new String[2][3][];
    private final String[][][] second = new String[2][3][];

    private Names() {
        for (List<String> row : Table.rows("names.csv")) {
            words.put(row.get(0) + row.get(1), row.get(2).split(" "));
        }
        for (int sex = 0; sex < 2; sex++) {
            for (int era = 0; era < 3; era++) {
                String key = (sex == 0 ? "M" : "F") + (era + 1);
                given[sex][era] = get("GIVEN_FIRST" + key);
                second[sex][era] = get("GIVEN_SECOND" + key);
            }
        }
    }

    static Names standard() {
        return STANDARD;
    }

    String surname(String ethnicity, Draw draw) {
        String[] surnames = words.getOrDefault("SURNAME" + ethnicity, get("SURNAME01"));
        double u = draw.uniform();
        return surnames[(int) (u * u * surnames.length)];
    }

    /** Given name in the manner of the person's generation: two characters, sometimes one. */
    String given(Sex sex, int birthYear, Draw draw) {
        int era = birthYear < 1962 ? 0 : birthYear < 1988 ? 1 : 2;
        String last = draw.one(second[sex == Sex.MALE ? 0 : 1][era]);
        return draw.chance(0.09) ? last : draw.one(given[sex == Sex.MALE ? 0 : 1][era]) + last;
    }

    /** Names of a village's hamlets (屯), each once. */
    String[] hamlets(String ethnicity, int count, Draw draw) {
        String[] first = words.getOrDefault("HAMLET_FIRST" + ethnicity, get("HAMLET_FIRST01"));
        String[] last = get("HAMLET_SECONDALL");
        int space = first.length * last.length;
        int at = draw.below(space);
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            int n = (at + i * 151) % space;
            String head = first[n % first.length];
            String tail = last[n / first.length % last.length];
            names[i] =
                    (head.equals(tail) ? head : head + tail) + "屯" + (i >= space ? String.valueOf(i / space + 1) : "");
        }
        return names;
    }

    private String[] get(String key) {
        String[] found = words.get(key);
        if (found == null) {
            throw new IllegalStateException("words (" + key + ") must stand in names.csv");
        }
        return found;
    }
}
