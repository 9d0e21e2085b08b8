package org.jingzhun.pairing.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.LinkChanged;
import org.jspecify.annotations.Nullable;

/** A party's duty to help a place or a person, from a day on (挂钩联系). What has ended never changes again. */
@Entity
@Table(name = "link")
public class Link {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column
    private LinkKind kind;

    @Column
    private @Nullable UUID unitId;

    @Column
    private @Nullable UUID helperId;

    @Column
    private @Nullable UUID enterpriseId;

    @Column
    private @Nullable Long city;

    @Column
    private long division;

    @Column
    private @Nullable UUID personId;

    @Column
    private LocalDate since;

    @Column
    private @Nullable LocalDate expiresOn;

    @Column
    private @Nullable LocalDate until;

    @Enumerated(EnumType.STRING)
    @Column
    private LinkState state = LinkState.STANDING;

    @Column
    private @Nullable UUID predecessor;

    @Column
    private String reason = "";

    @Column
    private @Nullable String document;

    @Version
    @Column
    private long revision;

    /** @param years of its term; null if it has none */
    Link(UUID id, NewLink link, @Nullable Integer years, LocalDate today) {
        this.id = id;
        this.kind = link.kind();
        this.unitId = link.party().unitId();
        this.helperId = link.party().helperId();
        this.enterpriseId = link.party().enterpriseId();
        this.city = link.party().city();
        this.division = link.division();
        this.personId = link.personId();
        this.since = link.since() == null ? today : link.since();
        this.expiresOn = years == null ? null : since.plusYears(years).minusDays(1);
        this.document = link.document();
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Link() {}

    /** @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open or not this officer's */
    Signature take(LinkStep step, Officer officer, String remark, Instant now) {
        Signature signed = Signing.sign(step, state, officer, List.of(), remark, now);
        state = step.to();
        if (state != LinkState.STANDING) {
            LocalDate today = LocalDate.ofInstant(now, Clocks.SHANGHAI);
            until = today.isBefore(since) ? since : today;
            reason = remark;
        }
        return signed;
    }

    /** @throws LinkRefusal if it has no term */
    void prolong(@Nullable Integer years) {
        if (years == null || expiresOn == null) {
            throw new LinkRefusal.WithoutTerm(kind);
        }
        expiresOn = expiresOn.plusYears(years);
    }

    void takeOverFrom(Link earlier) {
        predecessor = earlier.id;
    }

    LinkChanged told(Announcement.Type type) {
        return new LinkChanged(
                type,
                id,
                kind.name(),
                String.valueOf(division),
                unitId,
                helperId,
                enterpriseId,
                city == null ? null : String.valueOf(city),
                since,
                expiresOn,
                until,
                state.name(),
                revision);
    }

    public UUID id() {
        return id;
    }

    public LinkKind kind() {
        return kind;
    }

    public Party party() {
        return new Party(unitId, helperId, enterpriseId, city);
    }

    /** 12-digit code of what is helped. */
    public long division() {
        return division;
    }

    public @Nullable UUID personId() {
        return personId;
    }

    public LocalDate since() {
        return since;
    }

    /** Last day of the term; it stands on until it is renewed, handed over or ended. */
    public @Nullable LocalDate expiresOn() {
        return expiresOn;
    }

    /** Last day; {@code null} while it stands. */
    public @Nullable LocalDate until() {
        return until;
    }

    public LinkState state() {
        return state;
    }

    /** The link that this one took over from. */
    public @Nullable UUID predecessor() {
        return predecessor;
    }

    /** Why it was ended or handed over. */
    public String reason() {
        return reason;
    }

    /** The document that set it. */
    public @Nullable String document() {
        return document;
    }

    public long revision() {
        return revision;
    }
}
