package org.jingzhun.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * How well a register hits the truly poor (识别准确率): wrong inclusion (错评) and missed households (漏评), always in
 * households and persons.
 *
 * @param registered all registered households that the truth knows
 * @param trulyPoor all households that are truly poor
 * @param wronglyIncluded registered and not truly poor
 * @param missed truly poor and not registered
 * @param registeredOddities registered households by planted oddity
 */
public record Targeting(
        Count registered,
        Count trulyPoor,
        Count wronglyIncluded,
        Count missed,
        Map<Oddity, Integer> registeredOddities) {

    private static final Pattern ROW = Pattern.compile(
            "\\{\"householdId\":\"([-0-9a-f]{36})\",.*\"persons\":(\\d+),\"realIncome\":\\d+,\"trulyPoor\":(true|false)"
                    + "(?:,\"oddity\":\"([A-Z_]+)\")?.*\\}");

    /** Households and their persons. */
    public record Count(long households, long persons) {
        private Count plus(int more) {
            return new Count(households + 1, persons + more);
        }
    }

    /** Copies the map. */
    public Targeting {
        registeredOddities = Map.copyOf(registeredOddities);
    }

    /** Share of registered persons who are not truly poor, 0 to 1. */
    public double wrongInclusionRate() {
        return registered.persons == 0 ? 0 : (double) wronglyIncluded.persons / registered.persons;
    }

    /** Share of truly poor persons who are not registered, 0 to 1. */
    public double missedRate() {
        return trulyPoor.persons == 0 ? 0 : (double) missed.persons / trulyPoor.persons;
    }

    /** One line for people. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "registered %,d households / %,d persons; wrongly included %,d / %,d (%.1f%%); missed %,d / %,d (%.1f%%)",
                registered.households,
                registered.persons,
                wronglyIncluded.households,
                wronglyIncluded.persons,
                100 * wrongInclusionRate(),
                missed.households,
                missed.persons,
                100 * missedRate());
    }

    /**
     * Compares a register with the truth file, which may be compressed.
     *
     * @param householdIds ids of the registered households
     * @throws IllegalArgumentException when a line is not of a truth file
     */
    public static Targeting measure(Path truth, Set<String> householdIds) throws IOException {
        Count registered = new Count(0, 0);
        Count poor = registered;
        Count wrong = registered;
        Count missed = registered;
        Map<Oddity, Integer> oddities = new EnumMap<>(Oddity.class);
        try (BufferedReader lines = open(truth)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher row = ROW.matcher(line);
                if (!row.matches()) {
                    throw new IllegalArgumentException(
                            "line (" + line + ") of " + truth + " must be a row of truth.ndjson");
                }
                int persons = Integer.parseInt(row.group(2));
                boolean trulyPoor = row.group(3).equals("true");
                boolean in = householdIds.contains(row.group(1));
                registered = in ? registered.plus(persons) : registered;
                poor = trulyPoor ? poor.plus(persons) : poor;
                wrong = in && !trulyPoor ? wrong.plus(persons) : wrong;
                missed = trulyPoor && !in ? missed.plus(persons) : missed;
                String oddity = row.group(4);
                if (in && oddity != null) {
                    oddities.merge(Oddity.valueOf(oddity), 1, Integer::sum);
                }
            }
        }
        return new Targeting(registered, poor, wrong, missed, oddities);
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        if (file.toString().endsWith(".gz")) {
            in = new GZIPInputStream(in, 1 << 16);
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
