package org.jingzhun.pairing.policy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingzhun.chassis.http.Problem;

/** A rule with all its versions, read from a table that needs no programmer: {@code policies/<name>.csv}. */
public final class Policy {

    private final String name;
    private final List<PolicyVersion> versions;

    private Policy(String name, List<PolicyVersion> versions) {
        this.name = name;
        this.versions = versions;
    }

    /** @throws IllegalStateException when two versions begin on the same day */
    public static Policy read(String name) {
        Map<String, List<NamedCsvRecord>> byVersion = rows(name).stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("version"), LinkedHashMap::new, Collectors.toUnmodifiableList()));
        List<PolicyVersion> versions = new ArrayList<>();
        byVersion.forEach((version, rows) -> versions.add(version(name, version, rows)));
        return of(name, versions);
    }

    static Policy of(String name, List<PolicyVersion> versions) {
        Set<LocalDate> beginnings = new HashSet<>();
        for (PolicyVersion version : versions) {
            if (!beginnings.add(version.validFrom())) {
                throw new IllegalStateException("Version " + version.version() + " of " + name
                        + " must begin on a day of its own, but another begins on " + version.validFrom());
            }
        }
        return new Policy(
                name,
                versions.stream()
                        .sorted(Comparator.comparing(PolicyVersion::validFrom))
                        .toList());
    }

    public List<PolicyVersion> versions() {
        return versions;
    }

    /**
     * The version that a decision stored.
     *
     * @throws IllegalStateException when there is none of this name
     */
    public PolicyVersion version(String version) {
        return versions.stream()
                .filter(each -> each.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Version " + version + " of " + name + " must stay in policies/" + name + ".csv"));
    }

    /** Refuses a day before the first version: for it nothing was ruled, and nothing can be decided. */
    public PolicyVersion on(LocalDate day) {
        return versions.reversed().stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                422,
                                "no-policy-yet",
                                name,
                                day.toString(),
                                versions.getFirst().validFrom().toString())
                        .asException());
    }

    private static PolicyVersion version(String policy, String version, List<NamedCsvRecord> rows) {
        Map<String, PolicyVersion.Value> values = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows) {
            values.put(
                    row.getField("key"),
                    new PolicyVersion.Value(Integer.parseInt(row.getField("value")), row.getField("source")));
        }
        LocalDate validFrom = LocalDate.parse(rows.getFirst().getField("valid_from"));
        return new PolicyVersion(policy, version, validFrom, values);
    }

    private static List<NamedCsvRecord> rows(String name) {
        String file = "/policies/" + name + ".csv";
        InputStream bytes = Policy.class.getResourceAsStream(file);
        if (bytes == null) {
            throw new IllegalStateException("Data file " + file + " must be in the jar");
        }
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
