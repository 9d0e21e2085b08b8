package org.jingzhun.chassis.http;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a text must look like, in words: a sentence in English and Chinese for each regular expression of the requests, from
 * the files {@value #FILE} of the chassis and of the service. One that has none is described in general; the expression
 * itself is shown to nobody.
 */
public final class PatternTexts {

    private static final String FILE = "problems/patterns.csv";
    private static final String GENERAL = "pattern";
    private static final Map<String, Sentence> SENTENCES = read();

    private record Sentence(String english, String chinese) {}

    private PatternTexts() {}

    private static Map<String, Sentence> read() {
        var sentences = new HashMap<String, Sentence>();
        try {
            ClassLoader resources = Thread.currentThread().getContextClassLoader();
            for (URL file : Collections.list(resources.getResources(FILE))) {
                try (InputStream bytes = file.openStream();
                        CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                                .ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                    rows.forEach(row -> sentences.put(
                            row.getField("regexp"), new Sentence(row.getField("en"), row.getField("zh"))));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(sentences);
    }

    /** Whether the expression has a sentence of its own. */
    public static boolean knows(String regexp) {
        return SENTENCES.containsKey(regexp);
    }

    static String sentence(String regexp, Locale language) {
        Sentence own = SENTENCES.get(regexp);
        if (own == null) {
            return ProblemTexts.detail(GENERAL, language, List.of());
        }
        return language.equals(Locale.SIMPLIFIED_CHINESE) ? own.chinese() : own.english();
    }
}
