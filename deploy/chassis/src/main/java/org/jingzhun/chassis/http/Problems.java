package org.jingzhun.chassis.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** Renders {@link Problem}s: the one place where a refusal becomes an HTTP answer. */
public final class Problems {

    public static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    private static final String TYPES = "https://jingzhun.org/problems/";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private Problems() {}

    public static Response answer(Problem problem, RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        Locale language = language(request.getHeader("Accept-Language"));
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .language(language)
                .entity(document(problem, language, String.valueOf(request.path()), Traces.of(exchange)))
                .build();
    }

    /** A problem that was stored, in the language of whoever reads it now. */
    public static ProblemDocument document(Problem problem, RoutingContext exchange) {
        Locale language = language(exchange.request().getHeader("Accept-Language"));
        return document(problem, language, exchange.normalizedPath(), Traces.of(exchange));
    }

    /** The detail that belongs to a code, in the client's language. */
    public static String detail(String code, List<Object> args, RoutingContext exchange) {
        return ProblemTexts.detail(code, language(exchange.request().getHeader("Accept-Language")), args);
    }

    /** The detail of a problem that is kept and read later, by whoever comes. */
    public static String detail(Problem problem, Locale language) {
        return ProblemTexts.detail(problem.code(), language, problem.args());
    }

    /** As the contract shows it, in English. */
    public static ProblemDocument example(Problem problem, String path) {
        return document(problem, Locale.ENGLISH, path, "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    /** The kind of problem that a code stands for, in English. */
    public static String title(String code) {
        return ProblemTexts.title(code, Locale.ENGLISH);
    }

    static ProblemDocument document(Problem problem, Locale language, String path, String trace) {
        return new ProblemDocument(
                TYPES + problem.code(),
                ProblemTexts.title(problem.code(), language),
                problem.status(),
                ProblemTexts.detail(problem.code(), language, problem.args()),
                path,
                problem.code(),
                trace,
                problem.errors().stream()
                        .map(bad ->
                                new ProblemDocument.BadField(bad.pointer(), bad.code(), detail(bad, problem, language)))
                        .toList(),
                problem.properties());
    }

    /** A field whose code is the problem's says the same, with the same values. */
    private static String detail(Problem.FieldError bad, Problem problem, Locale language) {
        if (bad.detail() != null) {
            return bad.detail();
        }
        List<Object> args = bad.code().equals(problem.code()) ? problem.args() : List.of();
        return ProblemTexts.detail(bad.code(), language, args);
    }

    /** English unless the header prefers Chinese. */
    static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            for (LanguageRange range : LanguageRange.parse(acceptLanguage)) {
                for (Locale known : LANGUAGES) {
                    if (range.getRange().startsWith(known.getLanguage())) {
                        return known;
                    }
                }
            }
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
        return Locale.ENGLISH;
    }
}
