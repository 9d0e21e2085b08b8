package org.jingzhun.identification.archive.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.archive.manifest.Manifest;

/** The file of a household, as the contract describes it. The answer is its canonical form (RFC 8785). */
@Schema(name = "HouseholdArchive")
record ArchiveView(
        @Schema(examples = Manifest.FORMAT) String format,
        UUID householdId,
        String villageCode,

        @Schema(description = "How much of the personal data the file tells, by the role of who asked.")
        Discretion scope,

        List<SectionView> sections,
        Manifest manifest) {

    /** A section. */
    @Schema(name = "ArchiveSection")
    record SectionView(String name, String titleZh, String titleEn, List<TableView> tables) {}

    /** A table of a section; tables without rows are left out. */
    @Schema(name = "ArchiveTable")
    record TableView(
            String name,
            String titleZh,
            String titleEn,

            @Schema(description = "Objects of one kind in each table.")
            List<Object> rows) {}
}
