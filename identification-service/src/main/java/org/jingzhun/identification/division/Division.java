package org.jingzhun.identification.division;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jingzhun.identification.published.DivisionRecorded;
import org.jspecify.annotations.Nullable;

/** One division (行政区划). Written by imports and recounts in sets, so this is a row to be read. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init") // the database fills the fields
public class Division {

    @Id
    private long code;

    private String name;

    @Enumerated(EnumType.STRING)
    private Level level;

    private @Nullable Long parent;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable Long successor;
    private boolean poorVillage;
    private @Nullable LocalDate exitedOn;
    private int households;
    private int persons;
    private long revision;

    protected Division() {}

    public long code() {
        return code;
    }

    public Level level() {
        return level;
    }

    public long revision() {
        return revision;
    }

    /** Whether the division exists on this day. */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The state of the division as others get to know it. */
    public DivisionRecorded recorded() {
        return new DivisionRecorded(
                DivisionCode.text(code),
                name,
                level.name(),
                parent == null ? null : DivisionCode.text(parent),
                validFrom,
                validTo,
                successor == null ? null : DivisionCode.text(successor),
                poorVillage,
                exitedOn,
                households,
                persons,
                revision);
    }
}
