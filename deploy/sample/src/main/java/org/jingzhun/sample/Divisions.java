package org.jingzhun.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jingzhun.sample.Division.Level;

/** The divisions of Guangxi and Neijiang, from {@code divisions.csv}. */
final class Divisions {

    private static final Divisions STANDARD = new Divisions();

    private final Map<String, Division> byCode = new LinkedHashMap<>();
    private final Map<String, List<Division>> villages = new LinkedHashMap<>();
    private final Map<String, List<Division>> townships = new LinkedHashMap<>();
    private final Map<String, Integer> orders = new HashMap<>();

    private Divisions() {
        for (List<String> row : Table.rows("divisions.csv")) {
            Division division = new Division(row.get(0), row.get(1), Level.valueOf(row.get(2)), row.get(3));
            byCode.put(division.code(), division);
            if (division.level() == Level.VILLAGE) {
                orders.put(division.code(), orders.size());
                villages.computeIfAbsent(division.county(), county -> new ArrayList<>())
                        .add(division);
            } else if (division.level() == Level.TOWNSHIP) {
                townships
                        .computeIfAbsent(division.county(), county -> new ArrayList<>())
                        .add(division);
            }
        }
    }

    static Divisions standard() {
        return STANDARD;
    }

    /** @throws IllegalArgumentException when there is no such division */
    Division get(String code) {
        Division division = byCode.get(code);
        if (division == null) {
            throw new IllegalArgumentException("division (" + code + ") must be one of divisions.csv");
        }
        return division;
    }

    /** Six-digit codes of all counties that have villages, in order. */
    List<String> counties() {
        return List.copyOf(villages.keySet());
    }

    /**
     * Six-digit codes of the counties under these prefixes, in order and once each.
     *
     * @param prefixes {@code all}, or codes of two to twelve digits
     * @throws IllegalArgumentException when a prefix names no county
     */
    List<String> counties(List<String> prefixes) {
        TreeSet<String> chosen = new TreeSet<>();
        for (String prefix : prefixes) {
            String digits = prefix.length() > 6 ? prefix.substring(0, 6) : prefix;
            List<String> found = counties().stream()
                    .filter(county -> prefix.equals("all") || (digits.length() >= 2 && county.startsWith(digits)))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("county (" + prefix
                        + ") must be `all` or the first 2, 4 or 6 digits of a division, such as 451031 (Longlin), 4510"
                        + " (Baise) or 45 (Guangxi)");
            }
            chosen.addAll(found);
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("counties must name at least one county, such as 451031");
        }
        return List.copyOf(chosen);
    }

    /** Number of a village among all villages, from 0. */
    int order(Division village) {
        return Objects.requireNonNull(orders.get(village.code()), "only villages have an order");
    }

    /** Villages and communities of a county, in order. */
    List<Division> villages(String county) {
        return villages.getOrDefault(county, List.of());
    }

    List<Division> townships(String county) {
        return townships.getOrDefault(county, List.of());
    }

    /** A division with all that it belongs to, from the province down. */
    List<Division> path(String code) {
        List<Division> path = new ArrayList<>();
        for (String next = code; !next.isEmpty(); next = get(next).parent()) {
            path.addFirst(get(next));
        }
        return path;
    }
}
