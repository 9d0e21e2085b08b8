package org.jingzhun.chassis.retention;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The rules: {@code retention.csv} of the service, and those of the tables that every service has. The longest age of what
 * is deleted is a setting with its default, {@code jingzhun.idempotency.kept=PT25H}: the one that the purge itself reads.
 */
@ApplicationScoped
public class Retention {

    private static final List<String> FILES = List.of("retention.csv", "retention-of-every-service.csv");

    private final List<RetentionRule> rules;

    Retention(Config config) {
        this.rules = all(config);
    }

    public List<RetentionRule> list() {
        return rules;
    }

    private static List<RetentionRule> all(Config config) {
        List<RetentionRule> all = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream bytes =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
                if (bytes != null) {
                    all.addAll(read(file, new InputStreamReader(bytes, StandardCharsets.UTF_8), config));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file + " must be readable", unreadable);
            }
        }
        return List.copyOf(all);
    }

    /** @throws IllegalArgumentException for a line that cannot be, with what to write */
    static List<RetentionRule> read(String file, Reader text, Config config) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().map(row -> rule(file, row, config)).toList();
        }
    }

    private static RetentionRule rule(String file, NamedCsvRecord row, Config config) {
        Fate fate = Fate.valueOf(row.getField("fate"));
        String atMost = filled(row.getField("at_most"));
        if ((fate == Fate.DELETED) != (atMost != null)) {
            throw new IllegalArgumentException(
                    "%s, line %d: what is DELETED, and only that, has at_most, like jingzhun.idempotency.kept=PT25H"
                            .formatted(file, row.getStartingLineNumber()));
        }
        return new RetentionRule(
                row.getField("data"),
                row.getField("data_zh"),
                List.of(row.getField("tables").split(" ", -1)),
                fate,
                filled(row.getField("at_least")),
                atMost == null ? null : configured(atMost, config).toString(),
                row.getField("basis"));
    }

    private static Duration configured(String setting, Config config) {
        int equals = setting.indexOf('=');
        return config.getOptionalValue(setting.substring(0, equals), Duration.class)
                .orElseGet(() -> Duration.parse(setting.substring(equals + 1)));
    }

    private static @Nullable String filled(String field) {
        return field.isBlank() ? null : field;
    }
}
