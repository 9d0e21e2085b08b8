package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign of social help was opened or closed (社会扶贫活动).
 *
 * @param division what it reaches, 12 digits
 * @param target money that it is to raise, yuan with two decimals; absent when it is not about money
 * @param offered money, yuan with two decimals
 * @param confirmed of it, what has arrived, yuan with two decimals
 * @param donors who offered something, each once
 * @param receivers households and villages that confirmed something, each once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SocialCampaignChanged(
        @JsonIgnore Type type,
        UUID campaignId,
        String division,
        String kind,
        LocalDate firstOn,
        LocalDate lastOn,
        @Nullable String target,
        String offered,
        String confirmed,
        int donors,
        int receivers,
        String state,
        long revision)
        implements Announcement {

    @Override
    public UUID key() {
        return campaignId;
    }
}
