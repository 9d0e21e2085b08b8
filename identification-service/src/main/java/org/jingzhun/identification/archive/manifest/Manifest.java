package org.jingzhun.identification.archive.manifest;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.identification.access.Discretion;

/**
 * What a file consists of (清单).
 *
 * @param format of the file and of this manifest
 * @param villageCode where the household is, 12 digits
 * @param scope how much of the personal data the file tells
 * @param sections in the order of the file
 * @param sha256 of everything else that stands here, so of the whole file; hexadecimal
 */
public record Manifest(
        String format, UUID householdId, String villageCode, Discretion scope, List<Entry> sections, String sha256) {

    public static final String FORMAT = "jingzhun-household-archive/1";

    public Manifest {
        sections = List.copyOf(sections);
    }

    /** @param sha256 of the section in its canonical form, hexadecimal */
    public record Entry(String name, String sha256) {}

    /** The manifest of a file with these sections. */
    public static Manifest of(UUID householdId, String villageCode, Discretion scope, List<Entry> sections) {
        return new Manifest(
                FORMAT, householdId, villageCode, scope, sections, hash(householdId, villageCode, scope, sections));
    }

    /** Whether the hash is that of the rest. */
    public boolean isIntact() {
        return format.equals(FORMAT) && sha256.equals(hash(householdId, villageCode, scope, sections));
    }

    private static String hash(UUID householdId, String villageCode, Discretion scope, List<Entry> sections) {
        return Canonical.sha256("""
                {"format":"%s","householdId":"%s","scope":{"showsHealth":%b,"showsNumbers":%b},"sections":[%s],\
                "villageCode":"%s"}""".formatted(
                FORMAT,
                householdId,
                scope.showsHealth(),
                scope.showsNumbers(),
                sections.stream()
                        .map(each -> "{\"name\":\"%s\",\"sha256\":\"%s\"}".formatted(each.name(), each.sha256()))
                        .collect(Collectors.joining(",")),
                villageCode));
    }
}
