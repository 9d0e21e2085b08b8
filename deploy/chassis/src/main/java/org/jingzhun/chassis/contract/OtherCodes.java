package org.jingzhun.chassis.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jingzhun.chassis.http.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Codes of the service that no operation names: they are said of single fields and of rows of imports, or are too rare to
 * have been seen. They are listed where a problem's code is described, so that the document has every code.
 */
final class OtherCodes {

    private static final String TEXTS = "problems/service.properties";

    private OtherCodes() {}

    static void list(OpenAPI contract, List<Endpoint> endpoints, Examples examples) {
        Set<String> codes = codes();
        endpoints.forEach(endpoint ->
                examples.problems(endpoint.name()).values().forEach(byCode -> codes.removeAll(byCode.keySet())));
        if (!codes.isEmpty()) {
            Schema problem =
                    Objects.requireNonNull(contract.getComponents().getSchemas().get("Problem"));
            Schema code = Objects.requireNonNull(problem.getProperties().get("code"));
            code.setDescription(code.getDescription()
                    + " Operations name theirs with each status. The others, most of them of fields and of rows: "
                    + codes.stream().map(OtherCodes::shown).collect(Collectors.joining(", ", "", ".")));
        }
    }

    private static String shown(String code) {
        String title = Problems.title(code);
        return title.equals(code) ? "`" + code + "`" : "`" + code + "` (" + title + ")";
    }

    /** In alphabetical order; none where a service has no texts of its own. */
    private static Set<String> codes() {
        var texts = new Properties();
        try (@Nullable
                InputStream bytes =
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(TEXTS)) {
            if (bytes != null) {
                texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(TEXTS, unreadable);
        }
        return texts.stringPropertyNames().stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
