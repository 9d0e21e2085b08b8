package org.jingzhun.chassis.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The revision of a resource as its entity tag: {@code ETag: "7"} out, {@code If-Match: "7"} in. */
public final class Revisions {

    /** Characters of an If-Match. */
    public static final int LONGEST_TAG = 100;

    private Revisions() {}

    public static EntityTag tag(long revision) {
        return new EntityTag(Long.toString(revision));
    }

    /** Answers with a resource as it stands. */
    public static Response answer(Object view, long revision) {
        return Response.ok(view).tag(tag(revision)).build();
    }

    /**
     * Answers a request that recorded a resource: 201 with its place when it is new, else 200.
     *
     * @param path where it is, beginning with {@code /v1/}
     */
    public static Response recorded(boolean isNew, String path, Object view, long revision) {
        Response.ResponseBuilder answer = isNew ? Response.created(URI.create(path)) : Response.ok();
        return answer.entity(view).tag(tag(revision)).build();
    }

    /**
     * @param ifMatch the header of a change, as sent
     * @throws ProblemException 428 {@code if-match-required} without it, 412 {@code stale-revision} when the resource
     *     has moved on
     */
    public static void require(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(428, "if-match-required", current).asException();
        }
        String bare = ifMatch.strip();
        if (!bare.equals("\"" + current + "\"") && !bare.equals(Long.toString(current))) {
            throw Problem.of(412, "stale-revision", current).asException();
        }
    }
}
