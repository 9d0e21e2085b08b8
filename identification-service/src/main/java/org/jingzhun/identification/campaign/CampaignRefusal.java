package org.jingzhun.identification.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.identification.division.Level;
import org.jspecify.annotations.Nullable;

/** Why a campaign or one of its rounds says no. */
public sealed interface CampaignRefusal {

    /** The gate does not lead on from where the round stands. */
    record GateNotOpen(Gate gate, Stage stage) implements CampaignRefusal {}

    /** The list is announced: nothing can be done to the round any more. */
    record AlreadyAnnounced() implements CampaignRefusal {}

    /** The gate is opened by an officer of another level. */
    record WrongLevel(Gate gate, Level takenBy) implements CampaignRefusal {}

    /** A gate of the villages themselves cannot be opened in many of them at once. */
    record OneByOne(Gate gate) implements CampaignRefusal {}

    /** Two gates that must be opened by different people. */
    record SamePerson(Gate gate, Gate earlier) implements CampaignRefusal {}

    /** @param households without an assessment */
    record Unassessed(int households) implements CampaignRefusal {}

    /** An appraisal without minutes. */
    record MinutesMissing(Gate gate) implements CampaignRefusal {}

    /** Fewer came than the policy says. */
    record NoQuorum(int present, int entitled, Quorum quorum) implements CampaignRefusal {}

    /** Visits that were recorded before the campaign are not of its time. */
    record VisitsOutOfTime(int visits, LocalDate from, LocalDate until) implements CampaignRefusal {}

    /** Too few of those present agreed. */
    record NotCarried(int votes, int present, Majority majority) implements CampaignRefusal {}

    /** Scores are changed by appraisals alone. */
    record ChangesElsewhere(Gate gate) implements CampaignRefusal {}

    /** @param lastDay of the notice, in Asia/Shanghai */
    record NoticeRunning(LocalDate lastDay) implements CampaignRefusal {}

    /** @param count open objections of the round */
    record OpenObjection(int count) implements CampaignRefusal {}

    /** The departments' data were not matched yet. */
    record NotScreened() implements CampaignRefusal {}

    /** @param count open flags */
    record OpenFlags(int count) implements CampaignRefusal {}

    /** The county has not fixed the cut line. */
    record NoLine() implements CampaignRefusal {}

    /** @param households that are flagged, objected to or near the line, and were not visited a second time */
    record SecondVisitsMissing(UUID campaign, long villageCode, int households) implements CampaignRefusal {}

    /** The announcing document has no number. */
    record DocumentMissing() implements CampaignRefusal {}

    /** There is no such county in the caller's area. */
    record UnknownCounty(String county) implements CampaignRefusal {}

    /** There is no such scorecard. */
    record UnknownScorecard(String version) implements CampaignRefusal {}

    /** The scorecard is retired, or made for another division. */
    record ScorecardNotInForce(String version) implements CampaignRefusal {}

    /** There is no such list of vetoes. */
    record UnknownVetoList(String version) implements CampaignRefusal {}

    /** Households were assessed for this campaign with another scorecard. */
    record OtherScorecard(String settled, String wanted) implements CampaignRefusal {}

    /** Only the quota of a campaign can change, and only until its line is fixed. */
    record CampaignFixed() implements CampaignRefusal {}

    /** @param rounds whose villages are not visited yet */
    record RoundsNotVisited(int rounds) implements CampaignRefusal {}

    /** @param rounds that were reviewed by the county with the line that is in force */
    record LineInUse(int rounds) implements CampaignRefusal {}

    /** @param poorestPersons of the poorest tie, which goes over the quota; null when there is no candidate */
    record NobodyWithin(long quotaPersons, @Nullable Long poorestPersons) implements CampaignRefusal {}

    /** Objections can be raised while a notice is up. */
    record NoNotice(Stage stage) implements CampaignRefusal {}

    /** The household of an objection is none of the village. */
    record NotOfTheVillage(UUID household) implements CampaignRefusal {}

    /** An objection that was decided. */
    record ObjectionResolved() implements CampaignRefusal {}

    /** An objection about a household is upheld or rejected after a second visit by other people. */
    record SecondVisitMissing(UUID household) implements CampaignRefusal {}

    /** Who recorded an objection, or visited the household first, does not decide it. */
    record InvestigatorConcerned() implements CampaignRefusal {}

    default CampaignException asException() {
        return new CampaignException(this);
    }
}
