package org.jingzhun.identification.scorecard;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jspecify.annotations.Nullable;

/** One version of a scorecard on its way from draft to retirement. */
@Entity
@Table(name = "scorecard")
@SuppressWarnings("NullAway.Init") // the database fills the fields
public class Edition {

    @Id
    private String version;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private long divisionFrom;
    private long divisionTo;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private String source;

    @Enumerated(EnumType.STRING)
    private Mark mark;

    private @Nullable String basedOn;
    private int maxPoints;
    private String content;
    private byte[] contentSha256;

    @Version
    private long revision = 1;

    protected Edition() {}

    Edition(String version) {
        this.version = version;
        this.stage = Stage.DRAFT;
    }

    /**
     * Writes the draft, in place of what was written.
     *
     * @throws ScorecardException when it is no draft any more or ends before it begins
     */
    void write(CardDraft draft, Direction points, int total, CardContent written) {
        if (stage != Stage.DRAFT) {
            throw new ScorecardRefusal.StepNotOpen(Step.WRITE, stage).asException();
        }
        LocalDate end = draft.validTo();
        if (end != null && end.isBefore(draft.validFrom())) {
            throw new ScorecardRefusal.EndsBeforeItBegins(draft.validFrom(), end).asException();
        }
        direction = points;
        divisionFrom = draft.division().from();
        divisionTo = draft.division().to();
        validFrom = draft.validFrom();
        validTo = end;
        source = draft.source();
        mark = draft.mark();
        basedOn = draft.basedOn();
        maxPoints = total;
        content = written.text();
        contentSha256 = written.sha256();
    }

    /**
     * Takes a step.
     *
     * @param taken the steps taken before, the oldest first
     * @param lastDay of the card, for RETIRE; null to leave it as it is
     * @throws ScorecardException when the table says no
     */
    void take(Step step, String officer, List<StepTaken> taken, @Nullable LocalDate lastDay) {
        if (step == Step.WRITE || step.from() != stage) {
            throw new ScorecardRefusal.StepNotOpen(step, stage).asException();
        }
        boolean hasWritten = taken.stream()
                .anyMatch(earlier ->
                        earlier.step() == Step.WRITE && earlier.takenBy().equals(officer));
        if (step.mustDifferFromWriter() && hasWritten) {
            throw new ScorecardRefusal.SamePerson(step).asException();
        }
        if (step == Step.RETIRE && lastDay != null) {
            if (lastDay.isBefore(validFrom)) {
                throw new ScorecardRefusal.EndsBeforeItBegins(validFrom, lastDay).asException();
            }
            validTo = lastDay;
        }
        stage = step.to();
    }

    public String version() {
        return version;
    }

    public Direction direction() {
        return direction;
    }

    /** Whose households are scored with it. */
    public Area division() {
        return new Area(divisionFrom, divisionTo);
    }

    public Stage stage() {
        return stage;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public @Nullable LocalDate validTo() {
        return validTo;
    }

    public String source() {
        return source;
    }

    public Mark mark() {
        return mark;
    }

    public @Nullable String basedOn() {
        return basedOn;
    }

    /** The highest score that its writer promises. */
    public int maxPoints() {
        return maxPoints;
    }

    /** Categories and items as JSON. */
    String content() {
        return content;
    }

    /** Digest of the content, hexadecimal. */
    public String contentSha256() {
        return java.util.HexFormat.of().formatHex(contentSha256);
    }

    public long revision() {
        return revision;
    }
}
