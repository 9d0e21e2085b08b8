package org.jingzhun.identification.adjustment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jspecify.annotations.Nullable;

/** A dynamic adjustment of a division (动态调整轮次): who comes onto the register and who leaves it in some weeks. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills the fields
public class AdjustmentRound {

    /** How far a round is. */
    @Schema(name = "AdjustmentRoundStage")
    public enum Stage {
        OPEN,
        /** Its checks have ended. */
        CLOSED
    }

    @Id
    private UUID id;

    private long division;
    private long divisionEnd;
    private int year;
    private int number;
    private LocalDate beginsOn;
    private LocalDate endsOn;
    private String documentNumber;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private String openedBy;
    private Instant openedAt;
    private @Nullable String closedBy;
    private @Nullable Instant closedAt;

    @Version
    private long revision;

    protected AdjustmentRound() {}

    /**
     * How a round is opened.
     *
     * @param number within division and year, from 1
     * @param documentNumber of the order
     */
    public record Plan(
            Area division, int year, int number, LocalDate beginsOn, LocalDate endsOn, String documentNumber) {}

    AdjustmentRound(UUID id, Plan plan, Caller by, Instant now) {
        this.id = id;
        this.division = plan.division().from();
        this.divisionEnd = plan.division().to();
        this.year = plan.year();
        this.number = plan.number();
        this.beginsOn = plan.beginsOn();
        this.endsOn = plan.endsOn();
        this.documentNumber = plan.documentNumber();
        this.stage = Stage.OPEN;
        this.openedBy = by.subject();
        this.openedAt = now;
    }

    /**
     * @param open checks of the round that have not ended
     * @param closed checks that were closed
     * @param waiting returns that campaigns propose and nobody has decided
     * @throws AdjustmentException when the round is closed or not assured
     */
    void close(int open, int closed, int waiting, String by, Instant now) {
        requireOpen();
        if (open > 0) {
            throw new AdjustmentRefusal.ChecksOpen(open).asException();
        }
        if (waiting > 0) {
            throw new AdjustmentRefusal.ReturnsWaiting(waiting).asException();
        }
        if (closed == 0) {
            throw new AdjustmentRefusal.NeverChecked().asException();
        }
        stage = Stage.CLOSED;
        closedBy = by;
        closedAt = now;
    }

    /** @throws AdjustmentException when it is closed */
    void requireOpen() {
        if (stage != Stage.OPEN) {
            throw new AdjustmentRefusal.RoundClosed().asException();
        }
    }

    public UUID id() {
        return id;
    }

    public Area division() {
        return new Area(division, divisionEnd);
    }

    public int year() {
        return year;
    }

    public int number() {
        return number;
    }

    public LocalDate beginsOn() {
        return beginsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public Stage stage() {
        return stage;
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null while it is open. */
    public @Nullable String closedBy() {
        return closedBy;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public long revision() {
        return revision;
    }
}
