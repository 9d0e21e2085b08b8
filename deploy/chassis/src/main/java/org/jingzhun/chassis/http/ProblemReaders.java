package org.jingzhun.chassis.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Generated clients say of an operation whose success has no body that they read problems alone; that excludes nothing the
 * operation answers.
 */
@Provider
@PreMatching
public class ProblemReaders implements ContainerRequestFilter {

    private static final String ALONE = Problems.PROBLEM_JSON.toString();

    @Override
    public void filter(ContainerRequestContext request) {
        @Nullable String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.strip().equals(ALONE)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, ALONE + ", */*;q=0.1");
        }
    }
}
