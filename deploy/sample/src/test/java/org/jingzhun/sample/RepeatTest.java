package org.jingzhun.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed gives the same bytes, however they are made. */
class RepeatTest {

    private static final String SMALL = "450303";

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers(@TempDir Path folder) throws IOException {
        Map<String, String> first = files(SampleOptions.of(7, SMALL), folder.resolve("first"));
        assertThat(first).hasSize(12);
        assertThat(files(SampleOptions.of(7, SMALL), folder.resolve("second"))).isEqualTo(first);
        Map<String, String> other = files(SampleOptions.of(8, SMALL), folder.resolve("other"));
        assertThat(other.keySet()).isEqualTo(first.keySet());
        first.forEach((file, content) -> {
            if (!file.equals("divisions.ndjson")) {
                assertThat(other.get(file)).as(file).isNotEqualTo(content);
            }
        });
    }

    @Test
    void compressedFilesHoldTheSame(@TempDir Path folder) throws IOException {
        Map<String, String> plain = files(SampleOptions.of(7, SMALL), folder.resolve("plain"));
        Path packed = folder.resolve("packed");
        Sample.of(SampleOptions.of(7, SMALL).compressed()).writeTo(packed);
        for (SampleFile file : SampleFile.values()) {
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed.resolve(file.fileName(true))))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .as(file.stem())
                        .isEqualTo(plain.get(file.fileName(false)));
            }
        }
    }

    @Test
    void aCountyIsTheSameAloneAndAmongOthers(@TempDir Path folder) throws IOException {
        Map<String, String> alone = files(SampleOptions.of(7, SMALL), folder.resolve("alone"));
        Map<String, String> together = files(SampleOptions.of(7, SMALL, "450302"), folder.resolve("together"));
        for (String file : List.of("households.ndjson", "members.ndjson", "assessments.ndjson", "truth.ndjson")) {
            assertThat(together.get(file)).as(file).endsWith(alone.get(file));
        }
    }

    @Test
    void aVillageAloneIsItsPartOfTheWhole() {
        for (int i : new int[] {0, 77, 179}) {
            Village part = Longlin.VILLAGES.get(i);
            assertThat(Sample.of(SampleOptions.of(42, "45"))
                            .village(part.division().code()))
                    .isEqualTo(part);
        }
    }

    @Property(tries = 20)
    void anyVillageOfTheRegionComesOutTheSameInAnyOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 110) int county,
            @ForAll @IntRange(max = 5_000) int at) {
        String code = Divisions.standard().counties().get(county);
        Sample sample = Sample.of(SampleOptions.of(seed, code));
        List<String> codes = sample.villageCodes();
        String village = codes.get(at % codes.size());
        Village before = sample.village(village);
        assertThat(sample.village(codes.getFirst()).persons()).isPositive();
        assertThat(sample.village(village)).isEqualTo(before);
    }

    private Map<String, String> files(SampleOptions options, Path target) throws IOException {
        Sample.of(options).writeTo(target);
        Map<String, String> files = new TreeMap<>();
        try (var found = Files.list(target)) {
            for (Path file : found.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
