package org.jingzhun.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code deploy/start} was asked to do.
 *
 * @param root of the project
 * @param run directory that keeps everything over a restart
 * @param fresh whether to throw away the data of earlier starts
 * @param empty whether to leave out the sample
 * @param keycloak whether Keycloak issues the tokens
 */
record StartOptions(Path root, Path run, boolean fresh, boolean empty, boolean keycloak, SuitePorts ports) {

    static final String USAGE = """
            Usage: deploy/start [--fresh] [--empty] [--keycloak] [--free-ports]
              --fresh       throw away the data of earlier starts
              --empty       start without the sample county
              --keycloak    let Keycloak issue the tokens, with a person for each role
              --free-ports  take any free ports instead of 8081 to 8083 and the platform's; see suite.properties in .run
            Environment: JINGZHUN_RUN (directory of the data, default .run), JINGZHUN_IDENTIFICATION_PORT,
            JINGZHUN_FUNDING_PORT, JINGZHUN_PAIRING_PORT, JINGZHUN_POSTGRES_PORT, JINGZHUN_KAFKA_PORT,
            JINGZHUN_CONNECT_PORT, JINGZHUN_KEYCLOAK_PORT, JINGZHUN_SAMPLE_COUNTY
            (six digits of a county of Guangxi, default 451031).""";

    /**
     * @param args the root of the project, then the arguments of the user
     * @throws SuiteFailure if an argument is unknown
     */
    static StartOptions parse(String[] args, Map<String, String> environment) {
        if (args.length == 0) {
            throw new SuiteFailure(USAGE);
        }
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        boolean fresh = false;
        boolean empty = false;
        boolean keycloak = false;
        boolean freePorts = false;
        for (int i = 1; i < args.length; i++) {
            switch (args[i]) {
                case "--fresh" -> fresh = true;
                case "--empty" -> empty = true;
                case "--keycloak" -> keycloak = true;
                case "--free-ports" -> freePorts = true;
                default -> throw new SuiteFailure("Argument (%s) is unknown.%n%s".formatted(args[i], USAGE));
            }
        }
        return new StartOptions(
                root,
                run(root, environment),
                fresh,
                empty,
                keycloak,
                freePorts ? SuitePorts.free() : SuitePorts.of(environment));
    }

    static Path run(Path root, Map<String, String> environment) {
        @Nullable String run = environment.get("JINGZHUN_RUN");
        return (run == null || run.isBlank() ? root.resolve(".run") : Path.of(run))
                .toAbsolutePath()
                .normalize();
    }
}
