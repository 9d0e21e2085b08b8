package org.jingzhun.chassis.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jingzhun.chassis.http.Problem;

/** The kinds of import that this service knows. */
@ApplicationScoped
class ImportKinds {

    private final Instance<ImportKind> kinds;
    private final HeaderAliases aliases;

    ImportKinds(Instance<ImportKind> kinds, HeaderAliases aliases) {
        this.kinds = kinds;
        this.aliases = aliases;
    }

    /** The format in which rows are read, by all names that the fields have. */
    RowFormat format(ImportKind kind, ImportParameters parameters) {
        return kind.format(parameters).alsoCalled(aliases.of(kind.kind()));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 400 {@code import-kind-unknown} */
    ImportKind get(String name) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                400,
                                "import-kind-unknown",
                                name,
                                kinds.stream().map(ImportKind::kind).sorted().collect(Collectors.joining(", ")))
                        .asException());
    }

    /** The kinds but this one, by their names. */
    Map<String, RowFormat> others(String name) {
        Map<String, RowFormat> formats = new HashMap<>();
        for (ImportKind kind : kinds) {
            if (!kind.kind().equals(name)) {
                formats.put(kind.kind(), format(kind, kind.anyParameters()));
            }
        }
        return formats;
    }
}
