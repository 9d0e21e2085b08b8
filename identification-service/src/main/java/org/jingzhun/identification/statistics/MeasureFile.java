package org.jingzhun.identification.statistics;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.jingzhun.identification.datafile.DataFile;
import org.jingzhun.identification.statistics.multidimensional.Indicator;
import org.jingzhun.identification.statistics.multidimensional.Measure;

/**
 * A multidimensional measure as the data files under {@code multidimensional} have it, with the answers that stand for
 * each deprivation and the mark of each source.
 *
 * @param definitions one for each indicator of the measure, in its order
 */
public record MeasureFile(Measure measure, String mark, String source, List<Definition> definitions) {

    /** The one that ships. */
    public static final String USUAL = "GX-MPI-1";

    /** In place of items: somebody of 15 or more years in the household cannot read and write. */
    static final String ILLITERATE = "member:illiterate-from-15";

    /** @param deprived items of the scorecard of which one holds, or {@link #ILLITERATE} */
    public record Definition(
            String code, String nameZh, String nameEn, List<String> deprived, String mark, String source) {

        boolean isOfMembers() {
            return deprived.equals(List.of(ILLITERATE));
        }
    }

    public MeasureFile {
        definitions = List.copyOf(definitions);
    }

    /** @throws IllegalArgumentException when there is none of this version */
    static MeasureFile read(String version) {
        NamedCsvRecord found = DataFile.rows("multidimensional/measures.csv").stream()
                .filter(row -> row.getField("version").equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("measure %s does not ship".formatted(version)));
        List<NamedCsvRecord> rows = DataFile.rows("multidimensional/" + version + "/indicators.csv");
        return new MeasureFile(
                new Measure(
                        version,
                        rows.stream()
                                .map(row -> new Indicator(
                                        row.getField("code"),
                                        row.getField("dimension"),
                                        Integer.parseInt(row.getField("weight"))))
                                .toList(),
                        Integer.parseInt(found.getField("cutoff"))),
                found.getField("mark"),
                found.getField("source"),
                rows.stream()
                        .map(row -> new Definition(
                                row.getField("code"),
                                row.getField("name_zh"),
                                row.getField("name_en"),
                                List.of(row.getField("deprived").split(" ")),
                                row.getField("mark"),
                                row.getField("source")))
                        .toList());
    }
}
