package org.jingzhun.pairing.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit's duty to help a village, from a day on (定点帮扶关系). */
@Entity
@Table(name = "link")
public class Link {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column
    private LinkKind kind;

    @Column
    private UUID unitId;

    @Column
    private long villageCode;

    @Column
    private LocalDate since;

    @Column
    private @Nullable LocalDate until;

    @Column
    private @Nullable String document;

    @Version
    @Column
    private long revision;

    Link(UUID id, NewLink link, LocalDate today) {
        this.id = id;
        this.kind = link.kind();
        this.unitId = link.unitId();
        this.villageCode = link.villageCode();
        this.since = link.since() == null ? today : link.since();
        this.document = link.document();
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Link() {}

    void end(LocalDate day) {
        if (until != null) {
            throw new LinkRefusal.HasEnded(id);
        }
        until = day.isBefore(since) ? since : day;
    }

    public UUID id() {
        return id;
    }

    public LinkKind kind() {
        return kind;
    }

    public UUID unitId() {
        return unitId;
    }

    /** 12-digit code. */
    public long villageCode() {
        return villageCode;
    }

    public LocalDate since() {
        return since;
    }

    /** Last day; {@code null} while it stands. */
    public @Nullable LocalDate until() {
        return until;
    }

    /** The document that set it. */
    public @Nullable String document() {
        return document;
    }

    public long revision() {
        return revision;
    }
}
