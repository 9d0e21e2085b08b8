package org.jingzhun.funding.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/**
 * A source of money (资金来源): who gives it, and under which rules it stands. Reference data of every area, changed by who
 * has the place where it was recorded.
 */
@Entity
@Table(name = "source")
public class Source {

    /** The kind of what is given for first secretaries alone (第一书记专项经费). */
    public static final String FIRST_SECRETARY = "FIRST_SECRETARY";

    /** How many codes follow the first of a region. */
    private static final long REGION = 9_999_999_999L;

    @Id
    private UUID id;

    @Column
    private String name;

    @Column
    private String kind;

    @Column
    private String level;

    /** First division of the area of who recorded it; unknown of the oldest. */
    @Column
    private @Nullable Long place;

    @Version
    @Column
    private long version;

    Source(UUID id, String name, String kind, String level, long place) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.level = level;
        this.place = place;
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Source() {}

    void describe(String newName, String newKind, String newLevel) {
        this.name = newName;
        this.kind = newKind;
        this.level = newLevel;
    }

    /** Whether somebody of an area may describe it anew; of which nobody knows the place, only who has a whole region. */
    boolean isChangedFrom(Area area) {
        return place == null ? area.to() - area.from() >= REGION : area.covers(place);
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
