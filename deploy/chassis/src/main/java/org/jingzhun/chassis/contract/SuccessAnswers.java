package org.jingzhun.chassis.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jingzhun.chassis.permission.Permission;
import org.jingzhun.chassis.permission.Permissions;

/** What every operation takes beside its own parameters, and what every answer that is no problem carries. */
final class SuccessAnswers {

    private static final Set<String> LOCATED = Set.of("201", "202");
    private static final Set<String> SHOWN = Set.of("200", "201");
    private static final String JSON = "application/json";
    private static final String REVISION = "revision";
    private static final String IF_MATCH = "If-Match";

    private SuccessAnswers() {}

    static void complete(OpenAPI contract, List<Endpoint> endpoints, Set<String> idempotent) {
        Permissions matrix = new Permissions();
        Set<String> guarded = endpoints.stream()
                .filter(endpoint -> endpoint.hasParameter(IF_MATCH))
                .map(Endpoint::path)
                .collect(Collectors.toSet());
        for (Endpoint endpoint : endpoints) {
            matrix.find(endpoint.method().name(), endpoint.path())
                    .ifPresent(permission -> purpose(endpoint, permission));
            if (idempotent.contains(endpoint.name())) {
                Shared.key(endpoint);
            }
            Shared.trace(endpoint);
            endpoint.operation().getResponses().getAPIResponses().forEach((status, answer) -> {
                complete(status, answer);
                if (SHOWN.contains(status) && (guarded.contains(endpoint.path()) || showsRevision(contract, answer))) {
                    Shared.tagged(answer);
                }
            });
        }
    }

    private static void purpose(Endpoint endpoint, Permission permission) {
        if (permission.needsPurpose()) {
            Shared.purpose(endpoint, !endpoint.hasParameter("reason"));
        } else if (permission.isAudited() && !permission.changes()) {
            Shared.purpose(endpoint, false);
        }
    }

    private static void complete(String status, APIResponse answer) {
        if (isOfNothing(answer)) {
            answer.setContent(null);
        }
        if (status.startsWith("2") || status.startsWith("3")) {
            Shared.shown(Shared.counted(answer));
        }
        if (LOCATED.contains(status)) {
            Shared.located(answer);
        }
    }

    /** Of an answer without a body the reader of annotations makes one of which nothing is known. */
    private static boolean isOfNothing(APIResponse answer) {
        return answer.getContent() != null
                && answer.getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .allMatch(schema -> schema == null || schema.equals(OASFactory.createSchema()));
    }

    /** Whether the answer is one thing with a revision; such answers have an ETag. */
    static boolean showsRevision(OpenAPI contract, APIResponse answer) {
        return Optional.ofNullable(answer.getContent())
                .map(content -> content.getMediaType(JSON))
                .map(MediaType::getSchema)
                .map(Schema::getRef)
                .map(SchemaParts::named)
                .map(contract.getComponents().getSchemas()::get)
                .map(Schema::getProperties)
                .filter(properties -> properties.containsKey(REVISION))
                .isPresent();
    }
}
