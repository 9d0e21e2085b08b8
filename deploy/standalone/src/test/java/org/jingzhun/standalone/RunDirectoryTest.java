package org.jingzhun.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoryTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void twoLaunchersDoNotShareADirectory() throws Exception {
        try (RunDirectory held = RunDirectory.open(directory)) {
            assertThat(held.logs()).isDirectory();
            Process second = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Opening.class.getName(),
                            directory.toString())
                    .redirectErrorStream(true)
                    .start();

            String answer = new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

            assertThat(second.waitFor()).isEqualTo(2);
            assertThat(answer.strip())
                    .isEqualTo("The suite is already running from %s. Stop it with deploy/stop.".formatted(directory));
        }
    }

    @Test
    void aFreshStartThrowsAwayTheDataButNotTheKeys() throws IOException {
        try (RunDirectory run = RunDirectory.open(directory)) {
            Keys keys = Keys.in(run.keys());
            Files.createDirectories(run.platform().resolve("postgres"));
            Files.writeString(run.platform().resolve("postgres/PG_VERSION"), "18");
            Files.createFile(run.firstRunMark());

            run.clear();

            assertThat(run.platform()).doesNotExist();
            assertThat(run.firstRunMark()).doesNotExist();
            assertThat(Keys.in(run.keys()).publicKey()).isEqualTo(keys.publicKey());
        }
    }

    @Test
    void theLogOfTheStartBeforeIsKept() throws IOException {
        try (RunDirectory run = RunDirectory.open(directory)) {
            Files.writeString(run.freshLog("platform"), "first");
            Files.writeString(run.freshLog("platform"), "second");

            assertThat(run.logs().resolve("platform.log")).hasContent("second");
            assertThat(run.logs().resolve("platform.before.log")).hasContent("first");
        }
    }

    @Test
    void aChildOfAKilledLauncherIsFoundAndAStrangerWithItsNumberIsNot() throws Exception {
        Process child = new ProcessBuilder("sleep", "60").start();
        try (RunDirectory run = RunDirectory.open(directory)) {
            run.remember("child", child.toHandle());
            assertThat(run.leftovers()).containsExactly(child.toHandle());

            Files.writeString(directory.resolve("children/child"), child.pid() + "\n2016-03-01T00:00:00Z");
            assertThat(run.leftovers()).isEmpty();

            run.remember("child", child.toHandle());
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(run.leftovers()).isEmpty();
        } finally {
            child.destroyForcibly();
        }
    }

    /** Another launcher. */
    static final class Opening {

        private Opening() {}

        public static void main(String[] args) {
            try (RunDirectory run = RunDirectory.open(Path.of(args[0]))) {
                System.out.println(run.logs());
            } catch (SuiteFailure refused) {
                System.err.println(refused.getMessage());
                System.exit(2);
            }
        }
    }
}
