package org.jingzhun.pairing.helper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation that sends helpers (帮扶单位). */
@Entity
@Table(name = "unit")
public class Unit {

    @Id
    private UUID id;

    @Column
    private String name;

    @Enumerated(EnumType.STRING)
    @Column
    private UnitLevel level;

    @Column
    private long division;

    @Column
    private @Nullable Long seat;

    @Column
    private @Nullable BigDecimal latitude;

    @Column
    private @Nullable BigDecimal longitude;

    @Version
    @Column
    private long revision;

    Unit(UUID id, UnitFacts facts) {
        this.id = id;
        this.name = facts.name();
        this.level = facts.level();
        this.division = facts.division();
        this.seat = facts.seat();
        this.latitude = facts.latitude();
        this.longitude = facts.longitude();
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Unit() {}

    void correct(UnitFacts facts) {
        name = facts.name();
        level = facts.level();
        division = facts.division();
        seat = facts.seat();
        latitude = facts.latitude();
        longitude = facts.longitude();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public UnitLevel level() {
        return level;
    }

    /** 12-digit code of the area in which it helps, usually a county. */
    public long division() {
        return division;
    }

    /** 12-digit code of the township or county in which its people work. */
    public @Nullable Long seat() {
        return seat;
    }

    /** Of the place where its people work, degrees north. */
    public @Nullable BigDecimal latitude() {
        return latitude;
    }

    /** Degrees east. */
    public @Nullable BigDecimal longitude() {
        return longitude;
    }

    public long revision() {
        return revision;
    }
}
