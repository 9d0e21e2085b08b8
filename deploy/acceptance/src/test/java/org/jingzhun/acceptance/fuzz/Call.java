package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent.
 *
 * @param target path and query, percent-encoded
 * @param body absent when there is none
 * @param caller absent for nobody
 * @param what was done to it, such as {@code right} or {@code missing-required /year}
 * @param refused whether the service must refuse it
 */
record Call(
        SuiteService service,
        String method,
        String target,
        Map<String, String> headers,
        byte @Nullable [] body,
        @Nullable Token caller,
        String what,
        boolean refused) {

    private static final int LONGEST_SHOWN = 4_000;

    Call {
        headers = new LinkedHashMap<>(headers);
    }

    String path() {
        return URI.create(target).getRawPath();
    }

    Call withBody(byte @Nullable [] other) {
        return new Call(service, method, target, headers, other, caller, what, refused);
    }

    Call withTarget(String other) {
        return new Call(service, method, other, headers, body, caller, what, refused);
    }

    Call without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Call(service, method, target, fewer, body, caller, what, refused);
    }

    /** One line for a shell; the token is made by {@code deploy/token}. */
    String curl() {
        var line = new StringBuilder("curl -i -X ").append(method);
        if (caller != null) {
            line.append(" -H \"Authorization: Bearer $(deploy/token ")
                    .append(caller.role())
                    .append(' ')
                    .append(caller.area())
                    .append(caller.helperId()
                            .map(id -> " '" + caller.name() + "' " + id)
                            .orElse(""))
                    .append(")\"");
        }
        headers.forEach((name, value) -> line.append(" -H ").append(quoted(name + ": " + value)));
        if (body != null) {
            line.append(" --data-binary ")
                    .append(text(body).map(Call::shown).map(Call::quoted).orElse("@- # not UTF-8; see the record"));
        }
        return line.append(" '$")
                .append(service.name())
                .append("'")
                .append(quoted(target))
                .toString();
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN
                ? text.substring(0, LONGEST_SHOWN) + "... (%d characters)".formatted(text.length())
                : text;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** As it is recorded, to be sent again by a later run. */
    ObjectNode record(ObjectMapper json) {
        ObjectNode node = json.createObjectNode()
                .put("service", service.name())
                .put("method", method)
                .put("target", target)
                .put("what", what)
                .put("refused", refused);
        node.set("headers", json.valueToTree(headers));
        if (caller != null) {
            node.put("role", caller.role()).put("area", caller.area()).put("name", caller.name());
            caller.helperId().ifPresent(id -> node.put("helperId", id));
        }
        if (body != null) {
            text(body)
                    .ifPresentOrElse(
                            text -> node.put("body", text),
                            () -> node.put("bytes", Base64.getEncoder().encodeToString(body)));
        }
        return node;
    }

    static Call of(JsonNode node) {
        Map<String, String> headers = new LinkedHashMap<>();
        node.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        byte[] body = node.has("body")
                ? node.path("body").asText().getBytes(StandardCharsets.UTF_8)
                : node.has("bytes")
                        ? Base64.getDecoder().decode(node.path("bytes").asText())
                        : null;
        Token caller = node.has("role")
                ? new Token(
                        node.path("role").asText(),
                        node.path("area").asText(),
                        node.path("name").asText(),
                        Optional.ofNullable(node.path("helperId").textValue()))
                : null;
        return new Call(
                SuiteService.valueOf(node.path("service").asText()),
                node.path("method").asText(),
                node.path("target").asText(),
                headers,
                body,
                caller,
                node.path("what").asText(),
                node.path("refused").asBoolean());
    }
}
