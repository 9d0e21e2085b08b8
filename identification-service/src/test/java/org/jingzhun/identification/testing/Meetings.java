package org.jingzhun.identification.testing;

import org.jingzhun.identification.campaign.Majority;
import org.jingzhun.identification.campaign.MeetingRule;
import org.jingzhun.identification.campaign.Quorum;

/** What meetings need to decide where nobody has set anything else. */
public final class Meetings {

    public static final MeetingRule USUAL = new MeetingRule(1, Quorum.TWO_THIRDS, 2, Majority.MORE_THAN_HALF);

    private Meetings() {}
}
