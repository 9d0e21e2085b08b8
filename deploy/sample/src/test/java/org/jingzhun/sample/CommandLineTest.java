package org.jingzhun.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line, and the measure of a register against the truth. */
class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) throws IOException {
        return new CommandLine(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--counties 451031 | --counties and --out must be given",
                "--counties 99 --out x | county (99) must be",
                "--counties 451031 --out x --seed abc | seed (abc) must be a whole number",
                "--counties 451031 --out x --fast | option (--fast) must be",
                "--counties 451031 --out | option (--out) must be followed by a value",
                "--counties 451031 --out x --files people | file (people) must be one of divisions",
                "measure x | measure must be given"
            })
    void wrongArgumentsAreExplained(String arguments, String message) throws IOException {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message).contains("Usage:");
    }

    @Test
    void aRegisterIsMeasuredAgainstTheTruth(@TempDir Path folder) throws IOException {
        assertThat(run("--counties", "450303", "--out", folder.toString(), "--files", "truth", "--seed", "3"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("households with");
        Sample sample = Sample.of(SampleOptions.of(3, "450303"));
        List<Household> households = sample.villages()
                .flatMap(village -> village.households().stream())
                .toList();
        List<Household> register = Longlin.poor(households);
        Household richOne = households.stream()
                .filter(household -> !household.truth().trulyPoor())
                .findFirst()
                .orElseThrow();
        List<String> ids = register.stream()
                .skip(1)
                .map(household -> household.id().toString())
                .collect(java.util.stream.Collectors.toList());
        ids.add(richOne.id().toString());
        Path file = Files.write(folder.resolve("ids"), ids);
        assertThat(run("measure", folder.resolve("truth.ndjson").toString(), file.toString()))
                .isZero();
        Targeting targeting = Targeting.measure(folder.resolve("truth.ndjson"), java.util.Set.copyOf(ids));
        assertThat(targeting.wronglyIncluded())
                .isEqualTo(new Targeting.Count(1, richOne.members().size()));
        assertThat(targeting.missed())
                .isEqualTo(new Targeting.Count(1, register.getFirst().members().size()));
        assertThat(targeting.trulyPoor()).isEqualTo(new Targeting.Count(register.size(), Longlin.persons(register)));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(targeting.summary());
    }

    @Test
    void prefixesNameAllCountiesUnderThem() {
        assertThat(Sample.of(SampleOptions.of(1, "4510")).counties())
                .hasSize(12)
                .contains("451031");
        assertThat(Sample.of(SampleOptions.of(1, "all")).counties().size())
                .isGreaterThan(Sample.of(SampleOptions.of(1, "45")).counties().size());
        assertThat(Sample.of(SampleOptions.of(1, "451031100201", "451031")).counties())
                .containsExactly("451031");
    }
}
