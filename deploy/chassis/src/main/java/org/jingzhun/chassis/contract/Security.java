package org.jingzhun.chassis.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Which token an operation wants. OpenAPI 3.0 knows scopes of OAuth 2 only, so that the roles stand in an extension, {@code
 * x-roles}, and in the description.
 */
final class Security {

    static final String SCHEME = "bearerToken";

    private Security() {}

    static void require(List<Endpoint> endpoints) {
        endpoints.forEach(endpoint -> {
            Operation operation = endpoint.operation();
            if (endpoint.isSecured()) {
                operation.addExtension("x-roles", endpoint.roles());
                operation.setSecurity(
                        List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
            } else {
                operation.setSecurity(List.of());
            }
        });
    }
}
