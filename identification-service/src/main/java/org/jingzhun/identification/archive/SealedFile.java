package org.jingzhun.identification.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.archive.manifest.Manifest;

/**
 * The file of a household as it was sealed.
 *
 * @param sha256 of the manifest of its lasting sections
 * @param sections hashes by name
 */
public record SealedFile(UUID sealId, int year, Instant sealedAt, String sha256, Map<String, String> sections) {

    public SealedFile {
        sections = new LinkedHashMap<>(sections);
    }

    /** How another file of the household stands to a sealed one. */
    @Schema(name = "ArchiveSealCheck")
    public record SealCheck(
            UUID sealId,
            int year,
            Instant sealedAt,

            @Schema(description = "Of the manifest of the lasting sections, as it was sealed.")
            String sha256,

            @Schema(description = "All that was sealed is the same.")
            boolean same,

            @Schema(description = "Sections that differ, that came or that went.")
            List<String> changed) {}

    /** @param lasting manifest of the other file's lasting sections */
    SealCheck compare(Manifest lasting) {
        Map<String, String> before = new HashMap<>(sections);
        List<String> changed = new ArrayList<>();
        for (Manifest.Entry section : lasting.sections()) {
            if (!section.sha256().equals(before.remove(section.name()))) {
                changed.add(section.name());
            }
        }
        sections.keySet().stream().filter(before::containsKey).forEach(changed::add);
        return new SealCheck(sealId, year, sealedAt, sha256, sha256.equals(lasting.sha256()), changed);
    }
}
