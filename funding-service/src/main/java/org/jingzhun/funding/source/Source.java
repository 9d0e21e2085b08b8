package org.jingzhun.funding.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A source of money (资金来源): who gives it, and under which rules it stands. Reference data of every area. */
@Entity
@Table(name = "source")
public class Source {

    @Id
    private UUID id;

    @Column
    private String name;

    @Column
    private String kind;

    @Column
    private String level;

    @Version
    @Column
    private long version;

    Source(UUID id, String name, String kind, String level) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.level = level;
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Source() {}

    void describe(String newName, String newKind, String newLevel) {
        this.name = newName;
        this.kind = newKind;
        this.level = newLevel;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** A code of the list {@code source-kind}. */
    public String kind() {
        return kind;
    }

    /** A code of the list {@code source-level}. */
    public String level() {
        return level;
    }

    public long revision() {
        return version;
    }
}
