package org.jingzhun.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path directory = Path.of("");

    private record Outcome(int code, String output) {}

    @Test
    void aMissingJdkIsToldInOneLine() throws Exception {
        for (String script : List.of("start", "token", "verify")) {
            Outcome outcome = run(Map.of("JINGZHUN_JDK_PLACES", directory.toString()), script);

            assertThat(outcome.code()).as(script).isEqualTo(2);
            assertThat(outcome.output().lines())
                    .as(script)
                    .singleElement()
                    .asString()
                    .startsWith("No JDK 25 found. Install one")
                    .endsWith("or set JAVA_HOME to it.");
        }
    }

    @Test
    void anOldJdkIsPassedOver() throws Exception {
        Path old = Files.createDirectories(directory.resolve("jdk-17/bin"));
        Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"17.0.9\"\n");
        assertThat(Files.createFile(old.resolve("javac")).toFile().setExecutable(true))
                .isTrue();
        String places = directory.resolve("jdk-17") + " " + System.getProperty("java.home");

        Outcome outcome = run(
                Map.of("JINGZHUN_JDK_PLACES", places, "JINGZHUN_RUN", directory.toString()),
                "token",
                "auditor",
                "451031");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.output().strip()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @Test
    void aTokenWithoutRoleAndAreaIsAnsweredWithTheUsage() throws Exception {
        Outcome outcome = run(Map.of("JINGZHUN_RUN", directory.toString()), "token", "auditor");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.output()).startsWith("Usage: deploy/token ROLE AREA");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void stoppingWhatDoesNotRunDoesNoHarm() throws Exception {
        Files.writeString(
                directory.resolve("launcher.pid"),
                Long.toString(ProcessHandle.current().pid()));

        Outcome outcome = run(Map.of("JINGZHUN_RUN", directory.toString()), "stop");

        assertThat(outcome).isEqualTo(new Outcome(0, "The suite is not running.\n"));
    }

    private Outcome run(Map<String, String> environment, String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve("deploy").resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
