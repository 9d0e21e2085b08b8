package org.jingzhun.standalone;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jingzhun.standalone.platform.Ports;
import org.jspecify.annotations.Nullable;

/**
 * The ports of the suite on the loopback address. Each can be set by an environment variable, {@code
 * JINGZHUN_<NAME>_PORT}.
 */
record SuitePorts(int postgres, int kafka, int connect, int keycloak, Map<SuiteService, Integer> services) {

    private static final int POSTGRES = 15432;
    private static final int KAFKA = 19092;
    private static final int CONNECT = 18083;
    private static final int KEYCLOAK = 18080;
    private static final int HIGHEST = 65_535;

    SuitePorts {
        services = Map.copyOf(services);
    }

    static SuitePorts of(Map<String, String> environment) {
        Map<SuiteService, Integer> services = new EnumMap<>(SuiteService.class);
        for (SuiteService service : SuiteService.values()) {
            services.put(service, port(environment, service.name(), service.defaultPort()));
        }
        return new SuitePorts(
                port(environment, "POSTGRES", POSTGRES),
                port(environment, "KAFKA", KAFKA),
                port(environment, "CONNECT", CONNECT),
                port(environment, "KEYCLOAK", KEYCLOAK),
                services);
    }

    /** Ports that nobody listens on at this moment. */
    static SuitePorts free() {
        List<Integer> free = Ports.listFree(7);
        return new SuitePorts(
                free.get(0),
                free.get(1),
                free.get(2),
                free.get(3),
                Map.of(
                        SuiteService.IDENTIFICATION, free.get(4),
                        SuiteService.FUNDING, free.get(5),
                        SuiteService.PAIRING, free.get(6)));
    }

    int of(SuiteService service) {
        Integer port = services.get(service);
        if (port == null) {
            throw new IllegalStateException("Every service must have a port, but " + service + " has none.");
        }
        return port;
    }

    /** @throws SuiteFailure that names the first port on which another program listens */
    void requireFree(boolean withKeycloak) {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (SuiteService service : SuiteService.values()) {
            all.put(service.title(), of(service));
        }
        all.put("postgres", postgres);
        all.put("kafka", kafka);
        all.put("connect", connect);
        if (withKeycloak) {
            all.put(KeycloakServer.NAME, keycloak);
        }
        all.forEach((name, port) -> {
            if (!Ports.isFree(port)) {
                String variable = name.replace("-service", "").toUpperCase(Locale.ROOT);
                throw new SuiteFailure(
                        "Port %d of %s is busy. Stop the program that listens on it, or set JINGZHUN_%s_PORT to another."
                                .formatted(port, name, variable));
            }
        });
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String variable = "JINGZHUN_" + name + "_PORT";
        @Nullable String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > HIGHEST || Integer.parseInt(value) == 0) {
            throw new SuiteFailure("%s (%s) must be a port, 1 to %d.".formatted(variable, value, HIGHEST));
        }
        return Integer.parseInt(value);
    }
}
