package org.jingzhun.chassis.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.AnswerLimits;
import org.jingzhun.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/** Keeps and repeats answers; see {@link Idempotent}. Runs outside of {@code @Transactional}. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 190)
class KeyInterceptor {

    private static final int LONGEST_KEY = 255;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1," + LONGEST_KEY + "}");

    private final KeyedAnswers answers;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final RoutingContext exchange;

    KeyInterceptor(KeyedAnswers answers, CurrentCaller caller, ObjectMapper json, RoutingContext exchange) {
        this.answers = answers;
        this.caller = caller;
        this.json = json;
        this.exchange = exchange;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext call) throws Exception {
        HttpServerRequest request = exchange.request();
        String key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return call.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.of(400, "idempotency-key-unusable", LONGEST_KEY).asException();
        }
        String subject = caller.get().subject();
        byte[] fingerprint = fingerprint(request, call);
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                KeyedAnswers.Answer first = answers.claim(subject, key, fingerprint);
                if (first != null) {
                    throw new Replay(first);
                }
                Object result = call.proceed();
                answers.keep(subject, key, fingerprint, answer(result));
                return result;
            });
        } catch (QuarkusTransactionException wrapped) {
            throw wrapped.getCause() instanceof Exception cause ? cause : wrapped;
        }
    }

    /** What makes two requests the same: method, path, query and body. */
    private byte[] fingerprint(HttpServerRequest request, InvocationContext call) throws Exception {
        MessageDigest digest = sha256();
        digest.update((request.method() + " " + request.uri() + "\n").getBytes(StandardCharsets.UTF_8));
        Parameter[] parameters = call.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (isBody(parameters[i])) {
                Object body = call.getParameters()[i];
                if (body instanceof InputStream) {
                    throw new IllegalStateException(
                            call.getMethod() + " must take its body as an object to be @Idempotent");
                }
                digest.update(AnswerLimits.without(json).writeValueAsBytes(body));
            }
        }
        return digest.digest();
    }

    /** JAX-RS gives the body to the one parameter without an annotation of its own. */
    private static boolean isBody(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .map(Annotation::annotationType)
                .noneMatch(type -> type == Context.class
                        || type.getName().startsWith("jakarta.ws.rs.")
                        || type.getName().startsWith("org.jboss.resteasy.reactive."));
    }

    private KeyedAnswers.Answer answer(@Nullable Object result) throws Exception {
        return switch (result) {
            case null -> new KeyedAnswers.Answer(Response.Status.NO_CONTENT.getStatusCode(), null, null, null);
            case Response response -> answer(response);
            case RestResponse<?> response -> answer(response.toResponse());
            default ->
                new KeyedAnswers.Answer(
                        Response.Status.OK.getStatusCode(), null, null, json.writeValueAsString(result));
        };
    }

    private KeyedAnswers.Answer answer(Response response) throws Exception {
        return new KeyedAnswers.Answer(
                response.getStatus(),
                header(response, HttpHeaders.LOCATION),
                header(response, HttpHeaders.ETAG),
                response.getEntity() == null ? null : json.writeValueAsString(response.getEntity()));
    }

    private static @Nullable String header(Response response, String name) {
        Object value = response.getHeaders().getFirst(name);
        return switch (value) {
            case null -> null;
            case EntityTag tag -> (tag.isWeak() ? "W/" : "") + '"' + tag.getValue() + '"';
            default -> value.toString();
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
