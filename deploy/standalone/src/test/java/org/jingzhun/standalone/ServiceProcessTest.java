package org.jingzhun.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceProcessTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void aServiceIsReadyWhenItSaysSoAndEndsWhenAsked() {
        Process process;
        try (ServiceProcess service = ServiceProcess.start(recipe("answer"))) {
            service.awaitReady();
            process = service.process();
            assertThat(process.isAlive()).isTrue();
        }
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aKilledServiceStartsAgainInANewProcess() throws InterruptedException {
        ServiceProcess first = ServiceProcess.start(recipe("answer"));
        first.awaitReady();
        first.process().destroyForcibly();
        assertThat(first.process().waitFor(10, TimeUnit.SECONDS)).isTrue();

        try (ServiceProcess second = first.again()) {
            second.awaitReady();
            assertThat(second.process().pid()).isNotEqualTo(first.process().pid());
        }
    }

    @Test
    void aServiceThatEndsInsteadOfStartingLeavesItsLastWords() {
        try (ServiceProcess service = ServiceProcess.start(recipe("fall"))) {
            assertThatThrownBy(service::awaitReady)
                    .isInstanceOf(SuiteFailure.class)
                    .hasMessageStartingWith("small-service has ended with code 3 instead of starting:")
                    .hasMessageContaining("PostgreSQL at nowhere does not answer");
        }
    }

    @Test
    void aProgramThatIsMissingIsToldInOneLine() {
        var missing = new ServiceProcess.Recipe(
                "small-service",
                List.of(directory.resolve("nothing").toString()),
                Map.of(),
                directory.resolve("log"),
                URI.create("http://127.0.0.1:1"));

        assertThatThrownBy(() -> ServiceProcess.start(missing))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageStartingWith("small-service cannot be started:");
    }

    private ServiceProcess.Recipe recipe(String behaviour) {
        int port = SuitePorts.free().postgres();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SmallService.class.getName(),
                behaviour));
        return new ServiceProcess.Recipe(
                "small-service",
                command,
                Map.of("SMALL_PORT", Integer.toString(port)),
                directory.resolve("small-service.log"),
                URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    }

    /** As small as a service can be: it answers, or it falls. */
    static final class SmallService {

        private SmallService() {}

        public static void main(String[] args) throws IOException {
            if (args[0].equals("fall")) {
                System.err.println("PostgreSQL at nowhere does not answer");
                System.exit(3);
            }
            int port = Integer.parseInt(System.getenv("SMALL_PORT"));
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/q/health/ready", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }
    }
}
