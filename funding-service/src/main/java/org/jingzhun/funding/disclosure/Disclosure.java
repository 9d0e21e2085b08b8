package org.jingzhun.funding.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of what was announced.
 *
 * @param number counts the county's disclosures from 1 without a gap
 * @param endsOn last day on which it must be on the boards
 * @param replaces the snapshot of the same subject before
 * @param replacedBy the snapshot of the same subject since
 * @param snapshot canonical JSON
 * @param hash SHA-256 over the county's hash before and the snapshot, hexadecimal
 * @param signature Ed25519 over the hash's 32 bytes, base64
 */
public record Disclosure(
        UUID id,
        long county,
        long number,
        long division,
        int year,
        DisclosureKind kind,
        DisclosurePhase phase,
        UUID subject,
        String title,
        String document,
        LocalDate announcedOn,
        LocalDate endsOn,
        int boardDays,
        Instant announcedAt,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy,
        int objections,
        int openObjections,
        String snapshot,
        String previousHash,
        String hash,
        String signature,
        String keyId) {}
