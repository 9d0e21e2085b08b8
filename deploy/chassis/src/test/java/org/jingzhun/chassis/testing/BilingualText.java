package org.jingzhun.chassis.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence in English and in Chinese: each in its own language, and with the same values in both. */
final class BilingualText {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");
    /** Two English words beside each other; names of fields, codes and products stand alone. */
    private static final Pattern ENGLISH_PROSE = Pattern.compile("(?<![\\w/{.-])[a-z]{2,} [a-z]{2,}(?![\\w}])");
    /** The Chinese name of something in brackets behind its English one, or a quotation. */
    private static final Pattern TERM = Pattern.compile("[(（〔《“\"][^)）〕》”\"]*[)）〕》”\"]");

    private BilingualText() {}

    static List<String> faults(String english, String chinese) {
        List<String> faults = new ArrayList<>();
        if (english.isBlank()) {
            faults.add("English is missing of \"" + chinese + "\"");
        }
        if (chinese.isBlank()) {
            faults.add("Chinese is missing of \"" + english + "\"");
        }
        if (HAN.matcher(TERM.matcher(english).replaceAll("")).find()) {
            faults.add("Chinese stands in the English \"" + english + "\"");
        }
        if (!chinese.isBlank() && !isChinese(chinese)) {
            faults.add("\"" + chinese + "\" is not Chinese");
        }
        if (!places(english).equals(places(chinese))) {
            faults.add("\"%s\" has the values %s, \"%s\" has %s"
                    .formatted(english, places(english), chinese, places(chinese)));
        }
        return faults;
    }

    /** Whether a Chinese reader understands it: it has Chinese characters or no words at all, and no English sentence. */
    static boolean isChinese(String text) {
        String withoutPlaces = PLACE.matcher(text).replaceAll("");
        boolean hasWords = LETTERS.matcher(withoutPlaces).find();
        return (!hasWords || HAN.matcher(text).find())
                && !ENGLISH_PROSE.matcher(withoutPlaces).find();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Map<String, String> read(Path bundle) throws IOException {
        try (InputStream bytes = Files.newInputStream(bundle)) {
            return read(bytes);
        }
    }

    static Map<String, String> read(InputStream bundle) throws IOException {
        var texts = new Properties();
        texts.load(new InputStreamReader(bundle, StandardCharsets.UTF_8));
        Map<String, String> all = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
        return all;
    }
}
