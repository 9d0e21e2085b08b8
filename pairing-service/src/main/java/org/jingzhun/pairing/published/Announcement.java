package org.jingzhun.pairing.published;

import java.util.Locale;
import java.util.UUID;

/**
 * What this service tells of links, supervision, responsibility, help plans and social help. Each carries the state at that moment
 * under the id of what changed; no name and no words that somebody wrote, which may speak of persons.
 */
public sealed interface Announcement
        permits LinkChanged,
                ProblemChanged,
                ListEntryChanged,
                LetterChanged,
                EvaluationPublished,
                HelpPlanChanged,
                HelpEffectRecorded,
                MatchConfirmed,
                SocialCampaignChanged,
                EnterpriseProjectChanged {

    /** Links of units, cadres, enterprises and cities to places (挂钩联系). */
    String LINK = "pairing.link";

    /** Problems, and entries of the red and black list (督查). */
    String SUPERVISION = "pairing.supervision";

    /** Letters and evaluations (责任). */
    String RESPONSIBILITY = "pairing.responsibility";

    /** Help plans, what came of them, social help and projects of enterprises (帮扶). */
    String HELP = "pairing.help";

    Type type();

    /** The id of what changed: events of one thing keep their order. */
    UUID key();

    /** What happened. */
    enum Type {
        /** A party begins to help a place (建立). */
        LINK_MADE(LINK, LinkChanged.class),
        /** For another term (续任). */
        LINK_RENEWED(LINK, LinkChanged.class),
        /** Another party has taken over, by a link of its own (交接). */
        LINK_HANDED_OVER(LINK, LinkChanged.class),
        /** Nobody has taken over (解除). */
        LINK_ENDED(LINK, LinkChanged.class),
        /** Somebody saw it (反映). */
        PROBLEM_OPENED(SUPERVISION, ProblemChanged.class),
        /** The next level has it (升级督办). */
        PROBLEM_ESCALATED(SUPERVISION, ProblemChanged.class),
        /** Who has it says that it is solved (整改). */
        PROBLEM_SOLVED(SUPERVISION, ProblemChanged.class),
        /** It was not (退回). */
        PROBLEM_REOPENED(SUPERVISION, ProblemChanged.class),
        /** Somebody else agrees that it is (销号). */
        PROBLEM_CLOSED(SUPERVISION, ProblemChanged.class),
        /** (上榜) */
        LIST_ENTRY_PUBLISHED(SUPERVISION, ListEntryChanged.class),
        /** Lifted, or its time is over (摘榜). */
        LIST_ENTRY_WITHDRAWN(SUPERVISION, ListEntryChanged.class),
        /** Both sides have signed (签订). */
        LETTER_SIGNED(RESPONSIBILITY, LetterChanged.class),
        /** A letter that was in force (撤回). */
        LETTER_WITHDRAWN(RESPONSIBILITY, LetterChanged.class),
        /** The grades are confirmed (考核结果公布). */
        EVALUATION_PUBLISHED(RESPONSIBILITY, EvaluationPublished.class),
        /** The county has approved it (批准). */
        HELP_PLAN_ADOPTED(HELP, HelpPlanChanged.class),
        /** It has done its work (结束). */
        HELP_PLAN_CLOSED(HELP, HelpPlanChanged.class),
        /** What a measure had brought by a day (成效). */
        HELP_EFFECT_RECORDED(HELP, HelpEffectRecorded.class),
        /** What was offered has arrived where it was needed (对接确认). */
        MATCH_CONFIRMED(HELP, MatchConfirmed.class),
        /** Needs and offers may join it (活动启动). */
        SOCIAL_CAMPAIGN_OPENED(HELP, SocialCampaignChanged.class),
        /** With what it has brought (活动总结). */
        SOCIAL_CAMPAIGN_CLOSED(HELP, SocialCampaignChanged.class),
        /** The county agrees with an enterprise's project (立项). */
        ENTERPRISE_PROJECT_AGREED(HELP, EnterpriseProjectChanged.class),
        /** A year's report was accepted (年度进展确认). */
        ENTERPRISE_PROJECT_ADVANCED(HELP, EnterpriseProjectChanged.class),
        /** It has ended (项目结束). */
        ENTERPRISE_PROJECT_CLOSED(HELP, EnterpriseProjectChanged.class);

        private final String topic;
        private final Class<? extends Announcement> record;

        Type(String topic, Class<? extends Announcement> record) {
            this.topic = topic;
            this.record = record;
        }

        public String topic() {
            return topic;
        }

        /** What its payload is. */
        public Class<? extends Announcement> record() {
            return record;
        }

        /** Kebab-case, as the files of the contract are named. */
        public String kebab() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The CloudEvents type. */
        public String code() {
            return "org.jingzhun.pairing." + kebab();
        }
    }
}
