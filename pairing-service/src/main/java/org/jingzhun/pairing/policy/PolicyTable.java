package org.jingzhun.pairing.policy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jingzhun.chassis.data.DataTable;

/**
 * The table of a rule, {@code policies/<name>.csv} and what was loaded since: a row for each number of each version. A
 * version is loaded whole, holds from a coming day on and never changes, so that no decision that was made looks different
 * afterwards.
 */
final class PolicyTable implements DataTable<PolicyRow> {

    private static final List<String> COLUMNS = List.of("version", "key", "value", "valid_from", "source");

    private final String name;
    private final boolean mayLackKeys;
    private final Set<String> keysSince;

    /** @param mayLackKeys whether what has no row has no rule; else each version has all rows of the one before */
    PolicyTable(String name, boolean mayLackKeys) {
        this(name, mayLackKeys, Set.of());
    }

    /** @param keysSince that versions lack which were loaded before there were these keys */
    PolicyTable(String name, boolean mayLackKeys, Set<String> keysSince) {
        this.name = name;
        this.mayLackKeys = mayLackKeys;
        this.keysSince = Set.copyOf(keysSince);
    }

    @Override
    public String table() {
        return name;
    }

    @Override
    public String file() {
        return "/policies/" + name + ".csv";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public PolicyRow read(NamedCsvRecord row) {
        return new PolicyRow(
                row.getField("version"),
                row.getField("key"),
                Integer.parseInt(row.getField("value")),
                LocalDate.parse(row.getField("valid_from")),
                row.getField("source"));
    }

    @Override
    public String keyOf(PolicyRow row) {
        return row.version() + " " + row.key();
    }

    @Override
    public void requireAddable(List<PolicyRow> added, LocalDate today) {
        DataTable.requireComing(added, PolicyRow::version, PolicyRow::validFrom, today);
    }

    /** Of versions with rows of other keys, of several days, or with the first day of another. */
    @Override
    public void requireWhole(List<PolicyRow> rows) {
        Map<String, List<PolicyRow>> byVersion = rows.stream()
                .collect(Collectors.groupingBy(PolicyRow::version, LinkedHashMap::new, Collectors.toList()));
        byVersion.forEach((version, its) -> {
            if (its.stream().map(PolicyRow::validFrom).distinct().count() > 1) {
                throw new IllegalArgumentException("all rows of version " + version + " must begin on one day");
            }
        });
        try {
            Policy.of(name, versions(rows));
        } catch (IllegalStateException sameDay) {
            throw new IllegalArgumentException(sameDay.getMessage(), sameDay);
        }
        Set<String> known = keys(byVersion.values().iterator().next());
        byVersion.forEach((version, its) -> requireKeys(version, keys(its), known));
    }

    private void requireKeys(String version, Set<String> keys, Set<String> known) {
        Set<String> strange = new TreeSet<>(keys);
        strange.removeAll(known);
        if (!strange.isEmpty()) {
            throw new IllegalArgumentException(
                    "version " + version + " must not have the keys " + strange + "; the keys are " + known);
        }
        Set<String> lacking = new TreeSet<>(known);
        lacking.removeAll(keys);
        lacking.removeAll(keysSince);
        if (!mayLackKeys && !lacking.isEmpty()) {
            throw new IllegalArgumentException("version " + version + " must have rows for " + lacking + " too");
        }
    }

    private static Set<String> keys(List<PolicyRow> rows) {
        return rows.stream().map(PolicyRow::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** In the order of the rows. */
    List<PolicyVersion> versions(List<PolicyRow> rows) {
        Map<String, Map<String, PolicyVersion.Value>> values = new LinkedHashMap<>();
        Map<String, LocalDate> beginnings = new LinkedHashMap<>();
        for (PolicyRow row : rows) {
            beginnings.putIfAbsent(row.version(), row.validFrom());
            values.computeIfAbsent(row.version(), version -> new LinkedHashMap<>())
                    .put(row.key(), new PolicyVersion.Value(row.value(), row.source()));
        }
        List<PolicyVersion> versions = new ArrayList<>();
        beginnings.forEach((version, validFrom) ->
                versions.add(new PolicyVersion(name, version, validFrom, values.getOrDefault(version, Map.of()))));
        return versions;
    }
}
