package org.jingzhun.chassis.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says which fields of answers are always there: those that the code says are never null. A client generated from the
 * document need not ask. Of what is asked for, Bean Validation says it; a record that serves both ways is left alone.
 */
final class CertainFields {

    private static final String OURS = "org.jingzhun.";
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final String OPTIONAL = "java.util.Optional";

    private final Map<String, Schema> schemas;
    private final Map<String, List<ClassInfo>> records;

    private CertainFields(Map<String, Schema> schemas, IndexView classes) {
        this.schemas = schemas;
        this.records = classes.getKnownClasses().stream()
                .filter(each -> each.isRecord() && each.name().toString().startsWith(OURS))
                .collect(Collectors.groupingBy(CertainFields::name, HashMap::new, Collectors.toList()));
    }

    static void tell(OpenAPI contract, List<Endpoint> endpoints, IndexView classes) {
        var fields = new CertainFields(Map.copyOf(contract.getComponents().getSchemas()), classes);
        Set<String> asked = fields.asked(endpoints);
        fields.schemas.forEach((name, schema) -> {
            if (!asked.contains(name) && schema.getProperties() != null) {
                fields.tell(name, schema);
            }
        });
    }

    private void tell(String name, Schema schema) {
        Set<String> properties = schema.getProperties().keySet();
        List<ClassInfo> same = records.getOrDefault(name, List.of()).stream()
                .filter(each -> names(each, component -> true).equals(properties))
                .toList();
        if (same.isEmpty() || same.stream().anyMatch(each -> each.hasDeclaredAnnotation(INCLUDE))) {
            return;
        }
        Set<String> certain = new HashSet<>(properties);
        same.forEach(each -> certain.retainAll(names(each, CertainFields::isCertain)));
        List<String> told = schema.getRequired() == null ? new ArrayList<>() : new ArrayList<>(schema.getRequired());
        properties.stream()
                .filter(property -> certain.contains(property) && !told.contains(property))
                .forEach(told::add);
        if (!told.isEmpty()) {
            schema.setRequired(told);
        }
    }

    private static Set<String> names(ClassInfo type, Predicate<RecordComponentInfo> which) {
        return type.recordComponents().stream()
                .filter(which)
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet());
    }

    private static boolean isCertain(RecordComponentInfo component) {
        return !component.type().hasAnnotation(NULLABLE)
                && !component.type().name().toString().startsWith(OPTIONAL);
    }

    /** What a type is called in the document, but for a number. */
    static String name(ClassInfo type) {
        return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString)
                .orElseGet(() -> type.simpleName());
    }

    /** Names of the schemas that requests are made of. */
    private Set<String> asked(List<Endpoint> endpoints) {
        Deque<Schema> open = new ArrayDeque<>();
        endpoints.forEach(endpoint -> SchemaParts.asked(endpoint).forEach(open::add));
        Set<String> names = new HashSet<>();
        while (!open.isEmpty()) {
            Schema schema = open.remove();
            if (schema.getRef() != null) {
                String name = SchemaParts.named(schema.getRef());
                Schema whole = schemas.get(name);
                if (names.add(name) && whole != null) {
                    open.add(whole);
                }
            }
            SchemaParts.of(schema).forEach(open::add);
        }
        return names;
    }
}
