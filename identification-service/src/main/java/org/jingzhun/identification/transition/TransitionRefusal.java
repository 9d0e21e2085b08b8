package org.jingzhun.identification.transition;

import java.time.LocalDate;
import org.jingzhun.identification.campaign.Majority;
import org.jingzhun.identification.campaign.Quorum;
import org.jingzhun.identification.division.Level;

/** Why a transition says no. */
public sealed interface TransitionRefusal {

    /** The gate does not lead on from where the transition stands. */
    record GateNotOpen(Gate gate, Stage stage) implements TransitionRefusal {}

    /** The gate is opened by an officer of another level. */
    record WrongLevel(Gate gate, Level takenBy) implements TransitionRefusal {}

    /** Two gates that must be opened by different people. */
    record SamePerson(Gate gate, Gate earlier) implements TransitionRefusal {}

    /** Whoever approved the exit does not decide that it was wrong. */
    record ApprovedTheExit(Gate gate) implements TransitionRefusal {}

    /** The register's status is not one that the transition leads on from. */
    record OtherStatus(Kind kind, String status) implements TransitionRefusal {}

    /** Neither the proposal nor the step names evidence. */
    record EvidenceMissing() implements TransitionRefusal {}

    /** An appraisal without minutes. */
    record MinutesMissing(Gate gate) implements TransitionRefusal {}

    /** Fewer than two thirds came. */
    record NoQuorum(int present, int entitled, Quorum quorum) implements TransitionRefusal {}

    /** Too few of those present agreed. */
    record NotCarried(int votes, int present, Majority majority) implements TransitionRefusal {}

    /** @param lastDay of the notice, in Asia/Shanghai */
    record NoticeRunning(LocalDate lastDay) implements TransitionRefusal {}

    /** The deciding document has no number. */
    record DocumentMissing() implements TransitionRefusal {}

    /** Nobody said what was found, said or wrong. */
    record RemarkMissing(Gate gate) implements TransitionRefusal {}

    /** Another transition of the household is under way. */
    record UnderWay() implements TransitionRefusal {}

    default TransitionException asException() {
        return new TransitionException(this);
    }
}
