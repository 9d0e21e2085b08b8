package org.jingzhun.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RefusalsTest {

    private static final long GIGABYTE = 1L << 30;

    @TempDir
    Path directory = Path.of("");

    @Test
    void aBusyPortIsNamedWithTheVariableThatChangesIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            SuitePorts free = SuitePorts.free();
            SuitePorts ports = SuitePorts.of(Map.of(
                    "JINGZHUN_IDENTIFICATION_PORT", Integer.toString(free.of(SuiteService.IDENTIFICATION)),
                    "JINGZHUN_FUNDING_PORT", port,
                    "JINGZHUN_PAIRING_PORT", Integer.toString(free.of(SuiteService.PAIRING))));

            assertThatThrownBy(() -> ports.requireFree(false))
                    .isInstanceOf(SuiteFailure.class)
                    .hasMessage(
                            "Port %s of funding-service is busy. Stop the program that listens on it, or set JINGZHUN_FUNDING_PORT to another."
                                    .formatted(port));
        }
    }

    @Test
    void theServicesHaveTheirUsualPortsUnlessTold() {
        SuitePorts ports = SuitePorts.of(Map.of("JINGZHUN_PAIRING_PORT", "9083"));

        assertThat(ports.of(SuiteService.IDENTIFICATION)).isEqualTo(8081);
        assertThat(ports.of(SuiteService.FUNDING)).isEqualTo(8082);
        assertThat(ports.of(SuiteService.PAIRING)).isEqualTo(9083);
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        assertThatThrownBy(() -> SuitePorts.of(Map.of("JINGZHUN_KAFKA_PORT", "70000")))
                .isInstanceOf(SuiteFailure.class)
                .hasMessage("JINGZHUN_KAFKA_PORT (70000) must be a port, 1 to 65535.");
    }

    @Test
    void tooLittleMemoryIsToldInOneLine() {
        Machine small = new Machine(OptionalLong.of(3 * GIGABYTE), 100 * GIGABYTE);

        assertThatThrownBy(small::requireRoom)
                .isInstanceOf(SuiteFailure.class)
                .hasMessage("Free memory is 3.0 GB, but the suite needs 5.0 GB. End other programs, then start again.");
    }

    @Test
    void tooLittleDiskIsToldInOneLine() {
        Machine full = new Machine(OptionalLong.empty(), GIGABYTE / 2);

        assertThatThrownBy(full::requireRoom)
                .isInstanceOf(SuiteFailure.class)
                .hasMessage(
                        "Free disk space is 0.5 GB, but the suite needs 5.0 GB. Make room, or set JINGZHUN_RUN to another disk.");
    }

    @Test
    void aMachineWithRoomIsNotRefused() throws IOException {
        assertThatCode(new Machine(OptionalLong.of(5 * GIGABYTE), 5 * GIGABYTE)::requireRoom)
                .doesNotThrowAnyException();
        assertThat(Machine.at(directory).freeDiskBytes()).isPositive();
    }

    @Test
    void anUnknownArgumentIsAnsweredWithTheUsage() {
        assertThatThrownBy(() -> StartOptions.parse(new String[] {".", "--fresch"}, Map.of()))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageStartingWith("Argument (--fresch) is unknown.")
                .hasMessageContaining("Usage: deploy/start [--fresh] [--empty]");
    }

    @Test
    void theArgumentsAreUnderstood() {
        StartOptions options =
                StartOptions.parse(new String[] {"/project", "--fresh", "--empty"}, Map.of("JINGZHUN_RUN", "/data"));

        assertThat(options)
                .extracting(StartOptions::root, StartOptions::run, StartOptions::fresh, StartOptions::empty)
                .containsExactly(Path.of("/project"), Path.of("/data"), true, true);
        assertThat(options.keycloak()).isFalse();
        assertThat(StartOptions.parse(new String[] {"/project", "--keycloak"}, Map.of())
                        .keycloak())
                .isTrue();
        assertThat(StartOptions.parse(new String[] {"/project"}, Map.of()))
                .extracting(StartOptions::run, StartOptions::fresh, StartOptions::empty)
                .containsExactly(Path.of("/project/.run"), false, false);
    }
}
