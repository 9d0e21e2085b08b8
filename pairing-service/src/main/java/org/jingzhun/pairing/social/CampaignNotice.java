package org.jingzhun.pairing.social;

/**
 * A campaign as everybody may see it (社会扶贫活动公示): it names no donor and no receiver.
 *
 * @param offered whole yuan
 * @param confirmed whole yuan that have arrived
 * @param donors who offered something, each once
 * @param receivers households and villages that confirmed something, each once
 */
public record CampaignNotice(Campaign campaign, long offered, long confirmed, int donors, int receivers) {}
