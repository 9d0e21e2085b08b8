package org.jingzhun.pairing.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.VisitRule;
import org.jspecify.annotations.Nullable;

/** Keeps photos of the helpers' own households. */
@ApplicationScoped
public class Photographing {

    private static final String VISIBLE = " where household_id = ? and sha256 = ? and (?::uuid is null or exists"
            + " (select from pairing where household_id = p.household_id and helper_id = ?::uuid))";

    private final Database database;
    private final CurrentCaller caller;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    Photographing(Database database, CurrentCaller caller, Policies policies, Audit audit, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** A kept photo. */
    public record Kept(String mediaType, byte[] content) {}

    /**
     * All that is known of a kept photo but its content.
     *
     * @param bytes of the content
     * @param helperId who sent it first
     * @param takenAt by the phone's clock
     * @param latitude degrees, WGS 84; null with the longitude when the phone could not tell
     */
    public record Description(
            UUID householdId,
            String sha256,
            long villageCode,
            String mediaType,
            int bytes,
            UUID helperId,
            Instant takenAt,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            Instant receivedAt) {}

    /**
     * Keeps a photo; the same again changes nothing.
     *
     * @return whether it is new
     * @throws PhotoRefusal when it is none, too large, damaged, or of a household that is not the helper's
     */
    @Transactional
    public boolean keep(Photo photo) {
        int most = policies.visits.on(Clocks.today(clock)).get(VisitRule.PHOTO_BYTES);
        if (photo.content().length > most) {
            throw new PhotoRefusal.TooLarge(most);
        }
        String mediaType = Picture.mediaType(photo.content()).orElseThrow(PhotoRefusal.NoPhoto::new);
        if (!sha256(photo.content()).equals(photo.sha256())) {
            throw new PhotoRefusal.OtherHash();
        }
        if ((photo.latitude() == null) != (photo.longitude() == null)) {
            throw new PhotoRefusal.HalfAPlace();
        }
        UUID helper = caller.get().helperId();
        long village = database.find(
                        "select village_code from pairing where household_id = ? and helper_id = ?::uuid"
                                + " order by revision desc limit 1",
                        row -> row.getLong(1),
                        photo.householdId(),
                        helper)
                .orElseThrow(PhotoRefusal.NotYourHousehold::new);
        boolean isNew = database.execute(
                        "insert into photo (household_id, sha256, village_code, helper_id, media_type, content, taken_at,"
                                + " latitude, longitude, received_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?::numeric, ?::numeric, ?) on conflict do nothing",
                        photo.householdId(),
                        photo.sha256(),
                        village,
                        helper,
                        mediaType,
                        photo.content(),
                        photo.takenAt(),
                        photo.latitude(),
                        photo.longitude(),
                        clock.instant())
                > 0;
        if (isNew) {
            audit.record(AuditEntry.of("photo-kept", "household", photo.householdId())
                    .in(village)
                    .with("sha256", photo.sha256()));
        }
        return isNew;
    }

    /** @param helper whose household it must be or have been; null for any */
    @Transactional
    public Optional<Description> describe(UUID household, String sha256, @Nullable UUID helper) {
        return database.find(
                "select village_code, media_type, octet_length(content) as bytes, helper_id, taken_at, latitude, longitude,"
                        + " received_at from photo p" + VISIBLE,
                row -> new Description(
                        household,
                        sha256,
                        row.getLong("village_code"),
                        row.getString("media_type"),
                        row.getInt("bytes"),
                        row.getObject("helper_id", UUID.class),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getBigDecimal("latitude"),
                        row.getBigDecimal("longitude"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()),
                household,
                sha256,
                helper,
                helper);
    }

    /** @param helper whose household it must be or have been; null for any */
    @Transactional
    public Optional<Kept> find(UUID household, String sha256, @Nullable UUID helper) {
        return database.find(
                "select media_type, content from photo p" + VISIBLE,
                row -> new Kept(row.getString(1), row.getBytes(2)),
                household,
                sha256,
                helper,
                helper);
    }

    /** Those of the hashes of which there is no photo of any household yet, as far as the caller sees. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> missing(List<String> households, List<String> hashes) {
        return hashes.isEmpty()
                ? List.of()
                : database.list(
                        "select distinct s.hash from unnest(?::uuid[], ?::text[]) as s (household, hash)"
                                + " where not exists (select from photo"
                                + " where household_id = s.household and sha256 = s.hash) order by s.hash",
                        row -> row.getString(1),
                        households.toArray(String[]::new),
                        hashes.toArray(String[]::new));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
