package org.jingzhun.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.swagger.v3.core.util.ObjectMapperFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names what a module says in one of its two languages (中英文) only: texts of problems, words of constraints, labels in data
 * files, words on printed documents, codes of the contract without labels.
 */
public final class Translations {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    /** What the documents of the interfaces show, which are in English. */
    private static final String EXAMPLES = "/chassis/contract/";

    private static final Map<String, String> COLUMNS =
            Map.of("label_zh", "label_en", "name_zh", "name_en", "zh", "en", "chinese", "english");
    private static final List<String[]> BUNDLES = List.of(
            new String[] {"problems/service.properties", "problems/service_zh.properties"},
            new String[] {"problems/chassis.properties", "problems/chassis_zh.properties"},
            new String[] {"ValidationMessages.properties", "ValidationMessages_zh_CN.properties"});
    private static final Pattern CODE =
            Pattern.compile("(?:Problem\\s*\\.of\\(\\s*\\d{3},|FieldError(?:\\.of)?\\([^\";]*(?:\"/?[\\w/]*\",)?)\\s*"
                    + "\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\"");
    private static final Pattern MESSAGE = Pattern.compile("\\bmessage\\s*=\\s*\"([^{\"][^\"]*)\"");
    private static final Pattern WORDS_OF_A_FIELD =
            Pattern.compile("FieldError(?:\\.of)?\\(\\s*[^;]*?\"[a-z-]+\",\\s*\"([^\"]* [^\"]*)\"");
    private static final Pattern PRINTED = Pattern.compile(
            "@Label\\((?:value = )?\"([^\"]*)\"|new Fact\\(\\s*\"([^\"]*)\"|Heading\\(\\d, \"([^\"]*)\"");
    private static final Pattern PRINTED_CODES = Pattern.compile("codes = \"([a-z0-9-]+)\"");

    private final Set<String> faults = new TreeSet<>();
    private final Set<String> chineseOnly;
    private final Set<String> labelled = new TreeSet<>();

    private Translations(Collection<String> chineseOnly) {
        this.chineseOnly = Set.copyOf(chineseOnly);
    }

    /**
     * In alphabetical order; empty when all is well.
     *
     * @param chineseOnly data files that hold Chinese names only, because nothing but a printed document shows them
     */
    public static Set<String> faults(String... chineseOnly) {
        var all = new Translations(List.of(chineseOnly));
        try {
            all.bundles();
            all.dataFiles();
            all.sources();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all.faults;
    }

    /**
     * Schemas of the contract that list codes of which no list has all.
     *
     * @param lists codes by the name of their list
     */
    public static Set<String> unlabelled(Map<String, Set<String>> lists) throws IOException {
        JsonNode contract = ObjectMapperFactory.createYaml()
                .readTree(Path.of("contract/openapi.yaml").toFile());
        var without = new TreeSet<String>();
        contract.path("components").path("schemas").properties().forEach(schema -> {
            var codes = new TreeSet<String>();
            schema.getValue().path("enum").forEach(code -> codes.add(code.asText()));
            if (lists.values().stream().noneMatch(known -> known.containsAll(codes))) {
                without.add(schema.getKey() + " " + codes);
            }
        });
        return without;
    }

    private void bundles() throws IOException {
        for (String[] pair : BUNDLES) {
            if (Files.exists(RESOURCES.resolve(pair[0]))) {
                Map<String, String> english = BilingualText.read(RESOURCES.resolve(pair[0]));
                Map<String, String> chinese = BilingualText.read(RESOURCES.resolve(pair[1]));
                var keys = new TreeSet<>(english.keySet());
                keys.addAll(chinese.keySet());
                for (String key : keys) {
                    note(pair[0] + " " + key, english.getOrDefault(key, ""), chinese.getOrDefault(key, ""));
                }
                english.keySet().stream()
                        .filter(key -> key.endsWith(".title"))
                        .map(key -> key.replace(".title", ".detail"))
                        .filter(key -> !english.containsKey(key))
                        .forEach(key -> faults.add(pair[0] + " " + key + " is missing"));
            }
        }
    }

    private void note(String where, String english, String chinese) {
        BilingualText.faults(english, chinese).forEach(fault -> faults.add(where + ": " + fault));
    }

    private void dataFiles() throws IOException {
        for (Path file : files(RESOURCES, ".csv")) {
            String name = RESOURCES.relativize(file).toString();
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord row : rows) {
                    row.findField("list").ifPresent(labelled::add);
                    COLUMNS.forEach((zh, en) -> {
                        if (row.findField(zh).isPresent() && !chineseOnly.contains(name)) {
                            note(
                                    name + " line " + row.getStartingLineNumber(),
                                    row.findField(en).orElse(""),
                                    row.getField(zh));
                        }
                    });
                }
            }
        }
    }

    private void sources() throws IOException {
        Set<String> told = told();
        for (Path file : files(SOURCES, ".java")) {
            String text = Files.readString(file);
            String name = file.getFileName().toString();
            matches(CODE, text)
                    .filter(code -> !told.contains(code))
                    .forEach(code -> faults.add(name + ": code " + code + " has no text"));
            matches(MESSAGE, text)
                    .forEach(words -> faults.add(name + ": \"" + words + "\" must be a key of ValidationMessages"));
            matches(WORDS_OF_A_FIELD, text)
                    .forEach(words -> faults.add(name + ": \"" + words + "\" must be a text of its code"));
            matches(PRINTED, text)
                    .filter(words -> !BilingualText.isChinese(words))
                    .forEach(words -> faults.add(name + ": \"" + words + "\" is printed and must be Chinese"));
            if (!labelled.isEmpty()) {
                matches(PRINTED_CODES, text)
                        .filter(list -> !labelled.contains(list))
                        .forEach(list -> faults.add(name + ": the list " + list + " that it prints is not there"));
            }
        }
    }

    /** Codes that have a text in this module or in the chassis. */
    private static Set<String> told() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String[] pair : BUNDLES) {
            Path own = RESOURCES.resolve(pair[0]);
            if (Files.exists(own)) {
                all.putAll(BilingualText.read(own));
            }
            try (var shared = Translations.class.getClassLoader().getResourceAsStream(pair[0])) {
                if (shared != null) {
                    all.putAll(BilingualText.read(shared));
                }
            }
        }
        var codes = new TreeSet<String>();
        all.keySet().stream()
                .filter(key -> key.endsWith(".title") || key.endsWith(".detail"))
                .forEach(key -> codes.add(key.substring(0, key.lastIndexOf('.'))));
        return codes;
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(found -> {
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) != null) {
                    return found.group(group);
                }
            }
            return "";
        });
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains(EXAMPLES))
                    .sorted()
                    .toList();
        }
    }

    /** What to do about them, for the message of the test. */
    public static String advice(Collection<String> faults) {
        return faults.size() + " texts are not in both languages, or not alike in them:\n" + String.join("\n", faults);
    }
}
