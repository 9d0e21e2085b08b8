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
 * The numbers of people that were sent to a suite.
 *
 * @param ids the first 17 digits of id numbers
 * @param phones of eleven digits
 * @param accounts of banks, digits only; a sample has none
 */
record Numbers(Set<Long> ids, Set<Long> phones, Set<String> accounts) {

    private static final int ID_DIGITS = NumberForms.ID_LENGTH - 1;
    private static final Pattern ID = Pattern.compile("\"(\\d{17})[\\dXx]\"");
    private static final Pattern PHONE = Pattern.compile("\"(1[3-9]\\d{9})\"");

    Numbers() {
        this(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    /** Whatever the files of these folders hold as a value, in any field; folders that are not there are passed over. */
    static Numbers in(List<Path> folders) throws IOException {
        var numbers = new Numbers();
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

    /** Adds those of somebody who is in no sample. */
    Numbers and(String id, String phone, String account) {
        ids.add(Long.parseLong(id.substring(0, ID_DIGITS)));
        phones.add(Long.parseLong(phone));
        accounts.add(account);
        return this;
    }
}
