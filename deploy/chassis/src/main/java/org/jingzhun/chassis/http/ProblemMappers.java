package org.jingzhun.chassis.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What every service answers when something other than its own domain refuses. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(ProblemException refusal, RoutingContext exchange) {
        return Problems.answer(refusal.problem(), exchange);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations, RoutingContext exchange) {
        Problem problem = Problem.of(
                400, "invalid-fields", violations.getConstraintViolations().size());
        for (ConstraintViolation<?> violation : violations.getConstraintViolations()) {
            problem = problem.with(new Problem.FieldError(
                    pointer(violation.getPropertyPath()), code(violation), detail(violation, exchange)));
        }
        return Problems.answer(problem, exchange);
    }

    /** A check that fails itself: nearer than the mapper that the validator brings, which answers no problem. */
    @ServerExceptionMapper
    Response unchecked(ValidationException failure, RoutingContext exchange) {
        return unexpected(failure, exchange);
    }

    /** Regular expressions are told in words. */
    private static String detail(ConstraintViolation<?> violation, RoutingContext exchange) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof Pattern pattern
                ? PatternTexts.sentence(
                        pattern.regexp(), Problems.language(exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                : violation.getMessage();
    }

    /** Path of a method's argument: the first two nodes name method and argument, what follows is the field. */
    private static String pointer(Path path) {
        var nodes = StreamSupport.stream(path.spliterator(), false).toList();
        if (nodes.size() <= 2) {
            return nodes.isEmpty() ? "" : nodes.getLast().getName();
        }
        return nodes.stream()
                .skip(2)
                .map(node -> (node.getIndex() == null ? "" : "/" + node.getIndex()) + "/" + node.getName())
                .collect(Collectors.joining());
    }

    private static String code(ConstraintViolation<?> violation) {
        String annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return annotation.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException unreadable, RoutingContext exchange) {
        return Problems.answer(unreadable(unreadable), exchange);
    }

    /** Nearer than the mapper that the Jackson extension brings. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatched, RoutingContext exchange) {
        return Problems.answer(unreadable(mismatched), exchange);
    }

    private static Problem unreadable(JsonProcessingException unreadable) {
        if (unreadable.getCause() instanceof ProblemException refusal) {
            return refusal.problem();
        }
        var location = unreadable.getLocation();
        String place = location == null ? "?" : location.getLineNr() + ":" + location.getColumnNr();
        if (unreadable instanceof JsonParseException broken
                && String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate field")) {
            return Problem.of(400, "repeated-field", place);
        }
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return Problem.of(400, "unknown-field", unknown.getPropertyName(), place)
                    .with(new Problem.FieldError(pointer(unknown), "unknown-field", null));
        }
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return Problem.of(400, "wrong-type", pointer(mapping), place)
                    .with(new Problem.FieldError(pointer(mapping), "wrong-type", null));
        }
        return Problem.of(400, "malformed-json", place);
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException stale, RoutingContext exchange) {
        return Problems.answer(Problem.of(412, "changed-meanwhile"), exchange);
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    Response unauthenticated(SecurityException missing, RoutingContext exchange) {
        Response answer = Problems.answer(Problem.of(401, "token-required"), exchange);
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, RoutingContext exchange) {
        return Problems.answer(Problem.of(403, "role-required"), exchange);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException refusal, RoutingContext exchange) {
        if (refusal.getCause() instanceof JsonProcessingException unreadable) {
            return Problems.answer(unreadable(unreadable), exchange);
        }
        if (refusal.getCause() instanceof ProblemException told) {
            return Problems.answer(told.problem(), exchange);
        }
        int status = refusal.getResponse().getStatus();
        if (status < 400) {
            return refusal.getResponse();
        }
        return switch (status) {
            case 404 -> Problems.answer(Problem.of(404, "not-found"), exchange);
            case 405 -> Problems.answer(Problem.of(405, "method-not-allowed"), exchange);
            case 406 -> Problems.answer(Problem.of(406, "not-acceptable"), exchange);
            case 413 -> Problems.answer(Problem.of(413, "body-too-large"), exchange);
            case 415 -> Problems.answer(Problem.of(415, "unsupported-media-type"), exchange);
            case 500 -> unexpected(refusal, exchange);
            default -> Problems.answer(Problem.of(status, "bad-request", "HTTP " + status), exchange);
        };
    }

    /**
     * A row that row-level security keeps from the caller is not there, as far as the caller is concerned. With PUT the
     * client chose the id, so a primary key that exists already is no fault of the service: it may belong to a row that
     * the caller cannot see, of which nothing more is told. Elsewhere it is a conflict with what is stored.
     */
    @ServerExceptionMapper
    Response unexpected(Throwable bug, RoutingContext exchange) {
        if (DatabaseRefusals.is(bug, DatabaseRefusals::isOutsideArea)) {
            return Problems.answer(Problem.of(404, "not-found"), exchange);
        }
        if (HttpMethod.PUT.equals(exchange.request().method())
                && DatabaseRefusals.is(bug, DatabaseRefusals::isIdTaken)) {
            return Problems.answer(Problem.of(409, "id-taken"), exchange);
        }
        Optional<Problem> refusal = DatabaseRefusals.find(bug);
        if (refusal.isPresent()) {
            LOG.warnf(bug, "Refused by the database only, trace %s", Traces.of(exchange));
            return Problems.answer(refusal.get(), exchange);
        }
        LOG.errorf(bug, "Unexpected failure, trace %s", Traces.of(exchange));
        return Problems.answer(Problem.of(500, "internal-error"), exchange);
    }
}
