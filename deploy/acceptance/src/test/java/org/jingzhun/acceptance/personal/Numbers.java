package org.jingzhun.acceptance.personal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final int BUFFER = 1 << 16;

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

    /** A file of a sample, compressed or not. */
    static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return new BufferedInputStream(file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes);
    }

    /** Takes the values in quotes that consist of as many digits as an id number or a telephone. */
    private void read(Path file) throws IOException {
        try (InputStream bytes = open(file)) {
            byte[] buffer = new byte[BUFFER];
            var value = new Quoted();
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                for (int at = 0; at < count; at++) {
                    value.next(buffer[at]);
                }
            }
        }
    }

    /** Digits behind a quote. */
    private final class Quoted {

        private int length;
        private long digits;
        private boolean open;

        void next(byte b) {
            if (b >= '0' && b <= '9') {
                if (length < ID_DIGITS) {
                    digits = digits * 10 + (b - '0');
                }
                length++;
                return;
            }
            if (open && length >= NumberForms.PHONE_LENGTH) {
                take(b);
            }
            open = b == '"';
            length = 0;
            digits = 0;
        }

        private void take(byte behind) {
            boolean checkX = length == ID_DIGITS && (behind == 'X' || behind == 'x');
            if (checkX || (length == NumberForms.ID_LENGTH && behind == '"')) {
                ids.add(digits);
            } else if (behind == '"' && NumberForms.isMobile(Long.toString(digits))) {
                phones.add(digits);
            }
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
