package org.jingzhun.chassis.contract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Gives schemas the names of {@code openapi/names.csv} of the chassis and of the service. Types that are called the same
 * within their packages would get numbers in the document, and with the next such type other numbers; generated clients
 * would have them as names of classes.
 */
final class Names {

    private static final String FILE = "openapi/names.csv";
    private static final String NUMBERED = ".*\\D\\d$";

    private final OpenAPI contract;
    private final IndexView classes;
    private final Map<String, String> renamed = new LinkedHashMap<>();

    private Names(OpenAPI contract, IndexView classes) {
        this.contract = contract;
        this.classes = classes;
    }

    /** @throws IllegalStateException when a row names nothing, or a schema has a number for a name */
    static void give(OpenAPI contract, List<Endpoint> endpoints, IndexView classes) {
        var names = new Names(contract, classes);
        names.read();
        names.apply(endpoints);
        List<String> numbered = contract.getComponents().getSchemas().keySet().stream()
                .filter(name -> name.matches(NUMBERED))
                .sorted()
                .toList();
        if (!numbered.isEmpty()) {
            throw new IllegalStateException(
                    "Schemas must have names of their own, but %s share theirs with others. Name their types in %s."
                            .formatted(numbered, FILE));
        }
    }

    private void read() {
        try {
            for (URL file : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(FILE))) {
                try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
                    rows.forEach(row -> name(row.getField("type"), row.getField("name")));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void name(String type, String name) {
        // An index may be made of several that know the same class.
        Collection<ClassInfo> meant = classes.getKnownClasses().stream()
                .filter(each -> each.name().toString().replace('$', '.').endsWith("." + type))
                .collect(Collectors.toMap(ClassInfo::name, each -> each, (one, same) -> one))
                .values();
        List<String> schemas = meant.stream().flatMap(this::schemas).distinct().toList();
        if (meant.size() != 1 || schemas.isEmpty()) {
            throw new IllegalStateException(
                    "Type %s of %s must be one type of the contract, but %d types have schemas %s."
                            .formatted(type, FILE, meant.size(), schemas));
        }
        schemas.forEach(schema -> renamed.put(schema, name));
    }

    /** Schemas of the type, which has its name in the document, perhaps with a number. */
    private Stream<String> schemas(ClassInfo type) {
        String simpleName = CertainFields.name(type);
        Set<String> parts = parts(type);
        return contract.getComponents().getSchemas().entrySet().stream()
                .filter(schema -> schema.getKey().matches(simpleName + "\\d*") && !renamed.containsKey(schema.getKey()))
                .filter(schema -> parts(schema.getValue()).equals(parts))
                .map(Map.Entry::getKey);
    }

    private static Set<String> parts(ClassInfo type) {
        return type.isEnum()
                ? type.enumConstants().stream().map(FieldInfo::name).collect(Collectors.toSet())
                : type.recordComponents().stream()
                        .map(RecordComponentInfo::name)
                        .collect(Collectors.toSet());
    }

    private static Set<String> parts(Schema schema) {
        if (schema.getEnumeration() != null) {
            return schema.getEnumeration().stream().map(String::valueOf).collect(Collectors.toSet());
        }
        if (schema.getConstValue() != null) {
            return Set.of(String.valueOf(schema.getConstValue()));
        }
        return schema.getProperties() == null
                ? Set.of()
                : new HashSet<>(schema.getProperties().keySet());
    }

    private void apply(List<Endpoint> endpoints) {
        Map<String, Schema> before = contract.getComponents().getSchemas();
        Map<String, Schema> after = new TreeMap<>();
        before.forEach((name, schema) -> {
            if (!renamed.containsKey(name)) {
                after.put(name, schema);
            }
        });
        renamed.forEach((name, other) -> {
            Schema schema = before.get(name);
            Schema known = schema == null ? null : after.put(other, schema);
            if (known != null && !parts(known).equals(schema == null ? Set.of() : parts(schema))) {
                throw new IllegalStateException(
                        "Name %s must be of one schema. Take another in %s.".formatted(other, FILE));
            }
        });
        contract.getComponents().setSchemas(after);
        after.values().forEach(schema -> SchemaParts.each(schema, this::follow));
        endpoints.forEach(endpoint -> Stream.concat(SchemaParts.asked(endpoint), SchemaParts.answered(endpoint))
                .forEach(schema -> SchemaParts.each(schema, this::follow)));
    }

    private void follow(Schema schema) {
        if (schema.getRef() != null) {
            String name = renamed.get(SchemaParts.named(schema.getRef()));
            if (name != null) {
                schema.setRef(name);
            }
        }
    }
}
