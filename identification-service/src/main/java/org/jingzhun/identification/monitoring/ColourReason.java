package org.jingzhun.identification.monitoring;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a case has its colour; the first that holds counts. The sources name three colours for the register alone (red poor,
 * green exited, yellow returned); those of monitoring are a rule of this service: an assumption.
 */
@Schema(name = "MonitoringColourReason")
public enum ColourReason {
    /** The step or measure that is due next is late. */
    OVERDUE(Colour.RED),
    /** The income of the twelve months before was last seen below the poverty line itself. */
    BELOW_POVERTY_LINE(Colour.RED),
    /** All measures are carried out, or the closure is under way. */
    MEASURES_DONE(Colour.GREEN),
    /** Nothing is late, and the risk is not gone yet. */
    IN_HAND(Colour.YELLOW);

    /** The SQL of the reason of a case {@code c}, on the day {@code :today}; null when it has ended. */
    static final String SQL = """
            case when c.ended_on is not null then null
                 when c.due_on < cast(:today as date) then 'OVERDUE'
                 when c.poorer then 'BELOW_POVERTY_LINE'
                 when c.stage in ('CLOSURE_VISITED', 'CLOSURE_APPRAISED', 'CLOSURE_NOTICED', 'CLOSURE_REVIEWED')
                      or c.stage = 'MONITORED' and c.measures > 0 and c.open_measures = 0 then 'MEASURES_DONE'
                 else 'IN_HAND' end""";

    private final Colour colour;

    ColourReason(Colour colour) {
        this.colour = colour;
    }

    public Colour colour() {
        return colour;
    }

    static List<String> namesOf(Colour colour) {
        return Arrays.stream(values())
                .filter(reason -> reason.colour == colour)
                .map(Enum::name)
                .toList();
    }
}
