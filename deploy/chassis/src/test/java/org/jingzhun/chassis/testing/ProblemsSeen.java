package org.jingzhun.chassis.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Notes the problems that calls of REST Assured in a {@code @QuarkusTest} are answered with, and others on demand: a line
 * {@code METHOD,path,status,code} for each endpoint and code in {@code target/problems-seen.csv}. The acceptance tests hold
 * the contracts against them, so the file lives through all runs since the last clean build.
 */
public final class ProblemsSeen implements QuarkusTestBeforeEachCallback {

    private static final Path FILE = Path.of("target/problems-seen.csv");

    /** Of a problem, of a field of it, or of a row in an answer that tells what became of each. */
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([a-z][a-z0-9-]*)\"");

    private static final Routes ROUTES = new Routes();
    private static final Set<String> SEEN = new HashSet<>();
    private static final Filter FILTER = (request, wanted, exchange) -> {
        Response answer = exchange.next(request, wanted);
        note(
                request.getMethod(),
                URI.create(request.getURI()).getRawPath(),
                answer.statusCode(),
                Objects.requireNonNullElse(answer.asString(), ""));
        return answer;
    };

    /** Quarkus makes one for each run of tests. */
    public ProblemsSeen() {}

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        if (!RestAssured.filters().contains(FILTER)) {
            RestAssured.filters(FILTER);
        }
    }

    /** @param path as it was asked for */
    public static void note(String method, String path, int status, String answer) {
        CODE.matcher(answer).results().map(code -> code.group(1)).distinct().forEach(code -> {
            String endpoint =
                    ROUTES.find(method, path).map(route -> route.line().path()).orElse("");
            append("%s,%s,%d,%s\n".formatted(method, endpoint, status, code));
        });
    }

    private static synchronized void append(String line) {
        if (SEEN.add(line)) {
            try {
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
