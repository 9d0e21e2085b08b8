package org.jingzhun.chassis.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST method of a resource: when the request carries an {@code Idempotency-Key}, the method runs in a transaction
 * that also keeps its answer, and the same request sent again gets that answer, marked {@code Idempotency-Replayed:
 * true}. The same key with another request is refused (422 {@code idempotency-key-reused}). A method that throws leaves
 * nothing behind, so that the key may be used again. Without a key the method runs as if this were not there.
 *
 * <p>The method takes its body as an object, not as a stream, and returns an entity, a {@code Response} with one, or a
 * {@code RestResponse}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
