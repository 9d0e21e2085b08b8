package org.jingzhun.identification.campaign.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.campaign.CampaignException;
import org.jingzhun.identification.campaign.CampaignRefusal;
import org.jingzhun.identification.division.DivisionCode;

/** Turns what a campaign or round is refused for into problems. */
class CampaignProblems {

    @ServerExceptionMapper
    Response refused(CampaignException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    static Problem problem(CampaignRefusal refusal) {
        return switch (refusal) {
            case CampaignRefusal.GateNotOpen(var gate, var stage) -> Problem.of(409, "gate-not-open", gate, stage);
            case CampaignRefusal.AlreadyAnnounced() -> Problem.of(409, "already-announced");
            case CampaignRefusal.WrongLevel(var gate, var level) -> Problem.of(403, "wrong-level", gate, level);
            case CampaignRefusal.OneByOne(var gate) -> field("/step", "gate-one-by-one", gate);
            case CampaignRefusal.SamePerson(var gate, var earlier) -> Problem.of(409, "same-person", gate, earlier);
            case CampaignRefusal.Unassessed(int households) -> Problem.of(409, "households-unassessed", households);
            case CampaignRefusal.MinutesMissing(var gate) -> field("/minutes", "minutes-missing", gate);
            case CampaignRefusal.NoQuorum(int present, int entitled, var quorum) ->
                Problem.of(409, "no-quorum", present, entitled, quorum.part(), quorum.of());
            case CampaignRefusal.NotCarried(int votes, int present, var majority) ->
                Problem.of(409, "not-carried", votes, present, majority.part(), majority.of());
            case CampaignRefusal.VisitsOutOfTime(int visits, var from, var until) ->
                Problem.of(409, "visits-out-of-time", visits, from, until);
            case CampaignRefusal.ChangesElsewhere(var gate) ->
                field("/minutes/changes", "score-changes-elsewhere", gate);
            case CampaignRefusal.NoticeRunning(var lastDay) ->
                Problem.of(409, "notice-running", lastDay).with("until", lastDay);
            case CampaignRefusal.OpenObjection(int count) -> Problem.of(409, "open-objection", count);
            case CampaignRefusal.NotScreened() -> Problem.of(409, "not-screened");
            case CampaignRefusal.OpenFlags(int count) -> Problem.of(409, "open-flags", count);
            case CampaignRefusal.NoLine() -> Problem.of(409, "no-line");
            case CampaignRefusal.SecondVisitsMissing(var campaign, long village, int households) -> {
                String list = "/v1/campaigns/%s/second-visits?division=%s&made=false"
                        .formatted(campaign, DivisionCode.text(village));
                yield Problem.of(409, "second-visits-missing", households, list)
                        .with("households", households)
                        .with("list", list);
            }
            case CampaignRefusal.DocumentMissing() -> field("/documentNumber", "document-missing");
            case CampaignRefusal.UnknownCounty(var county) -> field("/county", "unknown-county", county);
            case CampaignRefusal.UnknownScorecard(var version) -> field("/scorecard", "unknown-scorecard", version);
            case CampaignRefusal.ScorecardNotInForce(var version) ->
                field("/scorecard", "scorecard-not-in-force", version);
            case CampaignRefusal.UnknownVetoList(var version) -> field("/vetoList", "unknown-veto-list", version);
            case CampaignRefusal.OtherScorecard(var settled, var wanted) ->
                field("/scorecard", "other-scorecard", settled, wanted);
            case CampaignRefusal.CampaignFixed() -> Problem.of(409, "campaign-fixed");
            case CampaignRefusal.RoundsNotVisited(int rounds) -> Problem.of(409, "rounds-not-visited", rounds);
            case CampaignRefusal.LineInUse(int rounds) -> Problem.of(409, "line-in-use", rounds);
            case CampaignRefusal.NobodyWithin(long quota, var poorest) ->
                Problem.of(409, "nobody-within", quota, poorest == null ? 0 : poorest);
            case CampaignRefusal.NoNotice(var stage) -> Problem.of(409, "no-notice", stage);
            case CampaignRefusal.NotOfTheVillage(var household) -> field("/householdId", "not-of-the-village");
            case CampaignRefusal.ObjectionResolved() -> Problem.of(409, "objection-resolved");
            case CampaignRefusal.SecondVisitMissing(var household) -> Problem.of(409, "second-visit-missing");
            case CampaignRefusal.InvestigatorConcerned() -> Problem.of(409, "same-person-investigates");
        };
    }

    private static Problem field(String pointer, String code, Object... args) {
        return Problem.of(422, code, args).with(new FieldError(pointer, code, null));
    }
}
