package org.jingzhun.identification.campaign;

/**
 * What a meeting needs to decide (评议规则), and the rows of the policies that say so.
 *
 * @param quorumPolicy id of the row that sets the quorum
 * @param majorityPolicy id of the row that sets the majority
 */
public record MeetingRule(long quorumPolicy, Quorum quorum, long majorityPolicy, Majority majority) {

    /** Enough of those entitled were there. */
    public boolean isQuorate(Minutes minutes) {
        return quorum.isMet(minutes.present(), minutes.entitled());
    }

    /** Enough of those present agreed. */
    public boolean isCarried(Minutes minutes) {
        return majority.isMet(minutes.votes(), minutes.present());
    }
}
