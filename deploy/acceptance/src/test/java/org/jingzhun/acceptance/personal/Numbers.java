package org.jingzhun.acceptance.personal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The id numbers and telephones of everybody in a sample. It gives out no bank accounts.
 *
 * @param ids the first 17 digits of id numbers
 * @param phones of eleven digits
 */
record Numbers(Set<Long> ids, Set<Long> phones) {

    private static final Pattern ID = Pattern.compile("\"idNumber\":\"(\\d{17})[\\dX]\"");
    private static final Pattern PHONE = Pattern.compile("\"phone\":\"(\\d{11})\"");

    /** Of all files of these folders; folders that are not there are passed over. */
    static Numbers in(List<Path> folders) throws IOException {
        var numbers = new Numbers(new HashSet<>(), new HashSet<>());
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(name -> name.toString().contains(".ndjson"))
                            .toList()) {
                        numbers.read(file);
                    }
                }
            }
        }
        return numbers;
    }

    private void read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                collect(ID.matcher(line), ids);
                collect(PHONE.matcher(line), phones);
            }
        }
    }

    private static void collect(Matcher found, Set<Long> into) {
        while (found.find()) {
            into.add(Long.parseLong(found.group(1)));
        }
    }

    /** A trace of one, found in bytes. */
    boolean hasId(long first17) {
        return ids.contains(first17);
    }

    boolean hasPhone(long eleven) {
        return phones.contains(eleven);
    }
}
