package org.jingzhun.chassis.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jingzhun.chassis.permission.Permission;
import org.jingzhun.chassis.permission.Permissions;
import org.jspecify.annotations.Nullable;

/** What every operation takes beside its own parameters, and what every answer that is no problem carries. */
final class SuccessAnswers {

    private static final Set<String> LOCATED = Set.of("201", "202");

    private SuccessAnswers() {}

    static void complete(List<Endpoint> endpoints, Set<String> idempotent) {
        Map<String, Permission> matrix =
                Permissions.all().stream().collect(Collectors.toMap(Permission::endpoint, each -> each));
        for (Endpoint endpoint : endpoints) {
            purpose(endpoint, matrix.get(endpoint.method() + " " + endpoint.path()));
            if (idempotent.contains(endpoint.name())) {
                Shared.key(endpoint);
            }
            Shared.trace(endpoint);
            endpoint.operation().getResponses().getAPIResponses().forEach(SuccessAnswers::complete);
        }
    }

    private static void purpose(Endpoint endpoint, @Nullable Permission permission) {
        if (permission != null && permission.needsPurpose()) {
            Shared.purpose(endpoint, !endpoint.hasParameter("reason"));
        } else if (permission != null && permission.isAudited() && !permission.changes()) {
            Shared.purpose(endpoint, false);
        }
    }

    private static void complete(String status, APIResponse answer) {
        if (status.startsWith("2") || status.startsWith("3")) {
            Shared.counted(answer);
        }
        if (LOCATED.contains(status)) {
            Shared.located(answer);
        }
    }
}
