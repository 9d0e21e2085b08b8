package org.jingzhun.chassis.contract;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What every operation takes beside its own parameters, and what every answer that is no problem carries. */
final class SuccessAnswers {

    private static final Set<String> LOCATED = Set.of("201", "202");

    private SuccessAnswers() {}

    static void complete(List<Endpoint> endpoints, Set<String> idempotent) {
        for (Endpoint endpoint : endpoints) {
            if (idempotent.contains(endpoint.name())) {
                Shared.key(endpoint);
            }
            Shared.trace(endpoint);
            endpoint.operation().getResponses().getAPIResponses().forEach(SuccessAnswers::complete);
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
