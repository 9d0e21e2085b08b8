package org.jingzhun.identification.simulation;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.simulation.whatif.Count;
import org.jspecify.annotations.Nullable;

/**
 * What came of a simulation.
 *
 * @param all households that were scored by both cards
 * @param unscorable households whose answers lack what one of the cards asks for; counted nowhere else
 * @param baselineLine the last score within by the baseline; null when nobody is
 * @param line the same by the simulation
 * @param poorByBaseline likewise poorBySimulation: within the line
 * @param movesIn poor by the simulation alone
 * @param movesOut poor by the baseline alone
 * @param villages how many have households
 * @param leftOut items that were answered and that the simulated card does not ask for
 * @param histogram by score, the lowest first
 */
@Schema(name = "SimulationSummary")
public record Summary(
        UUID simulationId,
        Both all,
        Both unscorable,
        @Nullable Integer baselineLine,
        @Nullable Integer line,
        Both poorByBaseline,
        Both poorBySimulation,
        Both movesIn,
        Both movesOut,
        int villages,
        List<String> leftOut,
        List<Bar> histogram) {

    public Summary {
        leftOut = List.copyOf(leftOut);
        histogram = List.copyOf(histogram);
    }

    /** Households and persons, always both. */
    @Schema(name = "SimulatedHeadcount")
    public record Both(long households, long persons) {

        static Both of(Count count) {
            return new Both(count.households(), count.persons());
        }
    }

    /** The households with one score by the baseline, and by the simulation. */
    @Schema(name = "SimulationBar")
    public record Bar(int score, int baselineHouseholds, long baselinePersons, int households, long persons) {}
}
