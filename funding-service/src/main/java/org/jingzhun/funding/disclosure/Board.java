package org.jingzhun.funding.disclosure;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Evidence that a village had a disclosure on its board (村公告栏).
 *
 * @param takenDownOn last day on which it hung there
 * @param photoSha256 hash of the photo, hexadecimal
 */
public record Board(
        UUID id, UUID disclosureId, long division, LocalDate postedOn, LocalDate takenDownOn, String photoSha256) {}
