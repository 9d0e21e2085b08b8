package org.jingzhun.chassis.contract;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.servers.Server;

/** Whose interface it is, for whom, and where it answers. */
final class Origin {

    private static final String NAMESPACE = "org.jingzhun.";

    private Origin() {}

    static void tell(OpenAPI contract) {
        String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        Info info = Objects.requireNonNullElseGet(contract.getInfo(), OASFactory::createInfo);
        info.addExtension("x-api-id", NAMESPACE + service);
        info.addExtension("x-audience", "external-partner");
        contract.setInfo(info);
        Server here = OASFactory.createServer()
                .url("/")
                .description("Where this document was read from: production, test or local.");
        here.addExtension("x-internal", false);
        contract.setServers(List.of(here));
    }
}
