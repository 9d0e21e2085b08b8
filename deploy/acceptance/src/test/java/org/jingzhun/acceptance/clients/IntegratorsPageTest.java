package org.jingzhun.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jingzhun.acceptance.RunningSuite;
import org.jingzhun.standalone.SuiteAddresses;
import org.jingzhun.standalone.SuiteService;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for integrators, followed from its first command to its last. */
@Order(2)
class IntegratorsPageTest {

    private static final String MARK = "=== next step ===";
    private static final int COMMANDS_FOR_EACH_HEADING = 8;

    @Test
    void everyCommandOfThePageRunsAndPrintsWhatThePageSays(@TempDir Path folder)
            throws IOException, InterruptedException {
        RunningSuite.Reach suite = RunningSuite.anyWithTheSample();
        Page page = Page.read(RunningSuite.root().resolve("deploy/clients/README.md"));
        assertThat(page.steps()).hasSizeGreaterThanOrEqualTo(COMMANDS_FOR_EACH_HEADING);
        Path script = Files.writeString(folder.resolve("page.sh"), at(suite.addresses(), page.script(MARK)));
        Path output = folder.resolve("output.txt");
        int exit = run(suite, script, output);

        List<String> printed = List.of(Files.readString(output).split(Pattern.quote(MARK), -1));
        for (int step = 0; step < printed.size() - 1; step++) {
            assertThat(printed.get(step + 1))
                    .as("what this prints:\n%s", page.steps().get(step).commands())
                    .containsPattern(page.steps().get(step).expected());
        }
        assertThat(exit).as("exit code after:\n%s", printed.getLast()).isZero();
        assertThat(printed).hasSize(page.steps().size() + 1);
    }

    /** The addresses of this suite in the place of those that deploy/start takes when they are free. */
    private static String at(SuiteAddresses addresses, String script) {
        return script.replace(
                        "http://localhost:8081",
                        addresses.of(SuiteService.IDENTIFICATION).toString())
                .replace(
                        "http://localhost:8083",
                        addresses.of(SuiteService.PAIRING).toString())
                .replace("127.0.0.1:19092", addresses.bootstrapServers());
    }

    private static int run(RunningSuite.Reach suite, Path script, Path output)
            throws IOException, InterruptedException {
        var shell = new ProcessBuilder("bash", script.toString())
                .directory(RunningSuite.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("JINGZHUN_RUN", suite.directory().toString());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return shell.start().waitFor();
    }
}
