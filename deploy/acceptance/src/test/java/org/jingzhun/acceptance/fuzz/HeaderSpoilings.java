package org.jingzhun.acceptance.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jingzhun.acceptance.fuzz.Spoiling.Spoilt;

/** Wrong and odd headers and methods; who calls is spoilt by {@link CallerSpoilings}. */
final class HeaderSpoilings {

    private HeaderSpoilings() {}

    static final List<Spoiling> ALL = List.of(
            HeaderSpoilings::mediaType,
            HeaderSpoilings::ifMatch,
            HeaderSpoilings::ifMatch,
            HeaderSpoilings::key,
            HeaderSpoilings::accept,
            HeaderSpoilings::language,
            HeaderSpoilings::encoding,
            HeaderSpoilings::method,
            HeaderSpoilings::large);

    private static String any(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static Optional<Spoilt> mediaType(Draft draft, Random random) {
        if (draft.body.isNull()) {
            return Optional.empty();
        }
        String type = any(
                random,
                "text/plain",
                "application/xml",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "*/*x",
                "json");
        draft.headers().put("Content-Type", type);
        return Optional.of(new Spoilt("media-type " + type, true));
    }

    private static Optional<Spoilt> ifMatch(Draft draft, Random random) {
        if (draft.operation().parameters("header").isEmpty()) {
            return Optional.empty();
        }
        String tag = any(
                random,
                "\"abc\"",
                "*",
                "W/\"1\"",
                "1",
                "\"99999999999999999999\"",
                "\"\"",
                "\"0\", \"1\"",
                "\"-1\"",
                "x".repeat(500));
        draft.headers().put("If-Match", tag);
        return Optional.of(new Spoilt("if-match", false));
    }

    private static Optional<Spoilt> key(Draft draft, Random random) {
        if (!draft.operation().method().equals("POST")) {
            return Optional.empty();
        }
        draft.headers()
                .put(
                        "Idempotency-Key",
                        any(random, "", " ", "x".repeat(300), "a b", "the same", "the same", "the same", "\u00fc"));
        return Optional.of(new Spoilt("idempotency-key", false));
    }

    private static Optional<Spoilt> accept(Draft draft, Random random) {
        draft.headers()
                .put(
                        "Accept",
                        any(
                                random,
                                "application/pdf",
                                "text/html",
                                "image/*",
                                "x",
                                "application/json;q=0",
                                "*/*;q=2",
                                ";;",
                                "application/problem+json"));
        return Optional.of(new Spoilt("accept " + draft.headers().get("Accept"), false));
    }

    private static Optional<Spoilt> language(Draft draft, Random random) {
        draft.headers()
                .put(
                        "Accept-Language",
                        any(random, "zh-CN", "zh", "*", "xx-YY;q=7", ";;;", "zh-CN,en;q=x", "a".repeat(3_000)));
        return Optional.of(new Spoilt("language", false));
    }

    private static Optional<Spoilt> encoding(Draft draft, Random random) {
        if (draft.operation().bodies().isEmpty()) {
            return Optional.empty();
        }
        draft.headers().put("Content-Encoding", any(random, "gzip", "br", "deflate", "gzip, gzip"));
        return Optional.of(new Spoilt("content-encoding", false));
    }

    private static Optional<Spoilt> method(Draft draft, Random random) {
        String method = any(random, "DELETE", "PATCH", "PUT", "POST", "OPTIONS", "HEAD", "TRACE", "PROPFIND");
        draft.method = method;
        return Optional.of(new Spoilt("other-method " + method, false));
    }

    private static Optional<Spoilt> large(Draft draft, Random random) {
        draft.headers().put("X-Large", "x".repeat(random.nextBoolean() ? 4_000 : 30_000));
        return Optional.of(new Spoilt("large-header", false));
    }
}
