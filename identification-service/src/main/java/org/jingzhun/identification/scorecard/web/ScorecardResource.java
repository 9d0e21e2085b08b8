package org.jingzhun.identification.scorecard.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.scorecard.PublishedScorecard;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.scoring.Category;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jspecify.annotations.Nullable;

/** The forms with which households are assessed; everybody with a token may read them. */
@Path("/v1/scorecards")
@Tag(name = "Scorecards")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ScorecardResource {

    private final Scorecards scorecards;

    ScorecardResource(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    /** All scorecards; few enough for one answer. */
    public record ScorecardSummaries(List<ScorecardSummary> items) {}

    /** A scorecard without its categories. */
    public record ScorecardSummary(
            String version,
            PublishedScorecard.Stage stage,
            Direction direction,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            int items,
            int maxPoints) {}

    /** A scorecard with its categories and items. */
    @Schema(name = "Scorecard")
    public record ScorecardView(
            String version,
            PublishedScorecard.Stage stage,
            Direction direction,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            int maxPoints,
            List<Category> categories) {}

    @GET
    @Operation(operationId = "listScorecards", summary = "All scorecards")
    public ScorecardSummaries list() {
        return new ScorecardSummaries(scorecards.list().stream()
                .map(each -> new ScorecardSummary(
                        each.version(),
                        each.stage(),
                        each.card().direction(),
                        each.validFrom(),
                        each.validTo(),
                        each.source(),
                        each.card().itemCount(),
                        each.card().maxPoints()))
                .toList());
    }

    @GET
    @Path("/{version}")
    @Operation(operationId = "getScorecard", summary = "A scorecard with categories, items and points")
    public ScorecardView get(@PathParam("version") String version) {
        PublishedScorecard found = scorecards.find(version).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
        return new ScorecardView(
                found.version(),
                found.stage(),
                found.card().direction(),
                found.validFrom(),
                found.validTo(),
                found.source(),
                found.card().maxPoints(),
                found.card().categories());
    }
}
