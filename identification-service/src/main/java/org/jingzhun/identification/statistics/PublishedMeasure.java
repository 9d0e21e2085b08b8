package org.jingzhun.identification.statistics;

import java.util.List;
import org.jingzhun.identification.statistics.multidimensional.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A multidimensional measure in one version, with the answers that stand for each deprivation and the mark of each
 * source. It never changes.
 *
 * @param division the lowest code of where it holds
 * @param validToYear last year; null while no later version takes its place
 * @param mark how far a source carries it: PUBLIC, UNSOURCED, or LOCAL for what was loaded
 * @param definitions one for each indicator of the measure, in its order
 */
public record PublishedMeasure(
        Measure measure,
        long division,
        int validFromYear,
        @Nullable Integer validToYear,
        String mark,
        String source,
        List<Definition> definitions) {

    /** In place of items: somebody of 15 or more years in the household cannot read and write. */
    public static final String ILLITERATE = "member:illiterate-from-15";

    /** @param deprived items of the scorecard of which one holds, or {@link #ILLITERATE} alone */
    public record Definition(
            String code, String nameZh, String nameEn, List<String> deprived, String mark, String source) {

        public Definition {
            deprived = List.copyOf(deprived);
        }

        boolean isOfMembers() {
            return deprived.equals(List.of(ILLITERATE));
        }
    }

    public PublishedMeasure {
        definitions = List.copyOf(definitions);
        if (definitions.size() != measure.indicators().size()) {
            throw new IllegalArgumentException(
                    "measure %s has %d definitions but must have one for each of %d indicators"
                            .formatted(
                                    measure.version(),
                                    definitions.size(),
                                    measure.indicators().size()));
        }
    }
}
