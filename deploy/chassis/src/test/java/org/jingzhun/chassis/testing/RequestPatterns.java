package org.jingzhun.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.ObjectMapperFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jingzhun.chassis.http.PatternTexts;

/** Names every regular expression of {@code contract/openapi.yaml} that {@code problems/patterns.csv} does not tell in words. */
public final class RequestPatterns {

    private RequestPatterns() {}

    /** In alphabetical order; empty when all is well. */
    public static Set<String> untold() {
        try {
            JsonNode contract = ObjectMapperFactory.createYaml()
                    .readTree(Path.of("contract/openapi.yaml").toFile());
            var untold = new TreeSet<String>();
            contract.findValues("pattern").stream()
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .map(RequestPatterns::withoutAnchors)
                    .filter(regexp -> !PatternTexts.knows(regexp))
                    .forEach(untold::add);
            return untold;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The contract says of each that it is the whole text. */
    private static String withoutAnchors(String regexp) {
        return regexp.startsWith("^(") && regexp.endsWith(")$") ? regexp.substring(2, regexp.length() - 2) : regexp;
    }

    /** What to do about them, for the message of the test. */
    public static String advice(Collection<String> untold) {
        return untold.size() + " regular expressions of requests have no sentence. Give each a line"
                + " (regexp,en,zh) in src/main/resources/problems/patterns.csv:\n" + String.join("\n", untold);
    }
}
