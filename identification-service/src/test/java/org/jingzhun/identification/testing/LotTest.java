package org.jingzhun.identification.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No story draws what another has drawn. */
class LotTest {

    private static final Path STORIES = Path.of("src/test/java");
    private static final Pattern DRAWN = Pattern.compile("new County\\(\\s*\"(\\d{6})\",\\s*(\\d+),");

    private record Draw(String story, String county, int firstPerson) {

        private boolean clashes(Draw other) {
            return county.equals(other.county) || Math.abs(firstPerson - other.firstPerson) < Lot.PERSONS;
        }
    }

    @Test
    void noTwoStoriesShareACountyOrAPerson() throws IOException {
        List<Draw> draws = new ArrayList<>();
        for (Lot lot : Lot.values()) {
            draws.add(new Draw(lot.name(), lot.code(), lot.firstPerson()));
        }
        try (Stream<Path> files = Files.walk(STORIES)) {
            for (Path story : files.filter(file -> file.toString().endsWith("Test.java"))
                    .sorted()
                    .toList()) {
                DRAWN.matcher(Files.readString(story))
                        .results()
                        .map(drawn -> draw(story, drawn))
                        .forEach(draws::add);
            }
        }
        List<String> clashes = new ArrayList<>();
        for (int i = 0; i < draws.size(); i++) {
            for (Draw other : draws.subList(i + 1, draws.size())) {
                if (draws.get(i).clashes(other)) {
                    clashes.add(draws.get(i) + " and " + other);
                }
            }
        }
        assertThat(draws).hasSizeGreaterThan(Lot.values().length);
        assertThat(clashes).isEmpty();
    }

    private static Draw draw(Path story, MatchResult drawn) {
        return new Draw(story.getFileName().toString(), drawn.group(1), Integer.parseInt(drawn.group(2)));
    }
}
