package org.jingzhun.funding.disclosure;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.time.Clocks;

/** Announces (公告公示): what other concepts decide becomes a signed snapshot that everybody can read and check. */
@ApplicationScoped
public class Disclosing {

    private final Disclosures disclosures;
    private final DisclosureRules rules;
    private final Signing signing;
    private final Audit audit;
    private final Clock clock;

    Disclosing(Disclosures disclosures, DisclosureRules rules, Signing signing, Audit audit, Clock clock) {
        this.disclosures = disclosures;
        this.rules = rules;
        this.signing = signing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Announces something in the transaction that decides it. What was announced of the same subject before stays, and
     * shows that it was replaced.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Disclosure announce(Announcement announced) {
        var end = disclosures.lockEnd(announced.county());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var today = LocalDate.ofInstant(now, Clocks.SHANGHAI);
        int days = rules.boardDays(today);
        var endsOn = today.plusDays(days - 1L);
        var id = UuidCreator.getTimeOrderedEpoch();
        UUID replaces = disclosures.findNewest(announced).orElse(null);
        var snapshot =
                Snapshots.write(id, end.number() + 1, announced, now, endsOn, rules.nameShownLetters(today), replaces);
        var hash = Signing.hash(end.hash(), snapshot);
        disclosures.keepKey(signing.keyId(), signing.publicKey());
        var disclosure = new Disclosure(
                id,
                announced.county(),
                end.number() + 1,
                announced.division(),
                announced.year(),
                announced.kind(),
                announced.phase(),
                announced.subject(),
                announced.title(),
                announced.document(),
                today,
                endsOn,
                days,
                now,
                replaces,
                null,
                0,
                0,
                snapshot,
                end.hash(),
                hash,
                signing.sign(hash),
                signing.keyId());
        disclosures.insert(disclosure, announced.listVillages());
        audit.record(AuditEntry.of("disclosed", "disclosure", id)
                .in(announced.division())
                .with("kind", announced.kind().name()));
        return disclosure;
    }

    /**
     * Announces something unless the newest snapshot of its subject says the same.
     *
     * @return empty if it does
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Disclosure> announceNews(Announcement announced) {
        var unused = disclosures.lockEnd(announced.county());
        int letters = rules.nameShownLetters(LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI));
        boolean known = disclosures
                .findNewestSnapshot(announced)
                .filter(newest -> Snapshots.saysTheSame(newest, announced, letters))
                .isPresent();
        return known ? Optional.empty() : Optional.of(announce(announced));
    }

    /** Whether anything was announced of a subject. */
    public boolean hasAnnounced(DisclosureKind kind, UUID subject) {
        return disclosures.has(kind, subject);
    }

    /** The public key that signs now. */
    public Key key() {
        return new Key(signing.keyId(), Signing.ALGORITHM, signing.publicKey());
    }

    /** A public key, base64 of its X.509 form. */
    public record Key(String keyId, String algorithm, String publicKey) {}

    /**
     * What anybody can recompute of a snapshot.
     *
     * @param hashHolds whether the hash is that of the snapshot behind the hash before
     * @param signatureHolds whether the hash is signed by the key
     * @param linkHolds whether the county's snapshot before is there, and is the one that was linked to
     */
    public record Verification(
            Disclosure disclosure, String publicKey, boolean hashHolds, boolean signatureHolds, boolean linkHolds) {

        public boolean holds() {
            return hashHolds && signatureHolds && linkHolds;
        }
    }

    /** @throws DisclosureRefusal.UnknownDisclosure if there is none */
    @Transactional
    public Verification verify(UUID id) {
        var disclosure = disclosures.get(id);
        var key = disclosures.findKey(disclosure.keyId()).orElse("");
        return new Verification(
                disclosure,
                key,
                Signing.hash(disclosure.previousHash(), disclosure.snapshot()).equals(disclosure.hash()),
                Signing.isSigned(disclosure.hash(), disclosure.signature(), key),
                disclosures
                        .findHash(disclosure.county(), disclosure.number() - 1)
                        .orElse(disclosure.number() == 1 ? Signing.BEGINNING : "")
                        .equals(disclosure.previousHash()));
    }
}
