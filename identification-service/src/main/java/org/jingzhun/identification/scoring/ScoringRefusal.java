package org.jingzhun.identification.scoring;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.ProblemException;

/** Why a campaign is not scored anew. */
sealed interface ScoringRefusal {

    /** There is no such scorecard. */
    record UnknownScorecard(String version) implements ScoringRefusal {}

    /** The scorecard is not published, made for another division or not valid today. */
    record NotInForce(String version) implements ScoringRefusal {}

    /** The campaign is scored by this card already. */
    record SameScorecard(String version) implements ScoringRefusal {}

    /**
     * The card asks for something else than was answered: a form of its own, for visits of its own.
     *
     * @param items that only one of the cards has, or that stand at another place
     */
    record OtherItems(String version, List<String> items) implements ScoringRefusal {}

    /**
     * Villages have appraised their scores, or have gone further: what was shown to the villagers stays.
     *
     * @param villages codes of the first of them
     */
    record ScoresDecided(UUID campaign, int count, List<String> villages) implements ScoringRefusal {}

    /**
     * Answers that the card does not allow together, although its items are the same.
     *
     * @param assessments the first of them
     */
    record NotScorable(String version, int count, List<UUID> assessments) implements ScoringRefusal {}

    default Problem problem() {
        return switch (this) {
            case UnknownScorecard(var version) -> field("unknown-scorecard", version);
            case NotInForce(var version) -> field("scorecard-not-in-force", version);
            case SameScorecard(var version) -> Problem.of(409, "scorecard-scored-by", version);
            case OtherItems(var version, var items) ->
                field("scorecard-other-items", version, String.join(", ", items))
                        .with("items", items);
            case ScoresDecided(var campaign, int count, var villages) ->
                Problem.of(409, "scores-decided", count, String.join(", ", villages))
                        .with("villages", villages)
                        .with("list", "/v1/rounds?campaign=" + campaign);
            case NotScorable(var version, int count, var assessments) ->
                Problem.of(
                        409,
                        "answers-not-scorable",
                        version,
                        count,
                        assessments.stream().map(UUID::toString).collect(Collectors.joining(", ")));
        };
    }

    default ProblemException asException() {
        return problem().asException();
    }

    private static Problem field(String code, Object... args) {
        return Problem.of(422, code, args).with(new FieldError("/scorecard", code, null));
    }
}
