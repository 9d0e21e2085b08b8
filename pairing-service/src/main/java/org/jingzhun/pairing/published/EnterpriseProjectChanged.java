package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An enterprise's project in a village was agreed, made progress that was accepted, or was closed (村企帮扶项目).
 *
 * @param villageCode 12 digits
 * @param planned investment, yuan with two decimals
 * @param invested by accepted reports, yuan with two decimals
 * @param jobs of the last accepted report
 * @param households that have benefited by accepted reports, each once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnterpriseProjectChanged(
        @JsonIgnore Type type,
        UUID projectId,
        UUID enterpriseId,
        String villageCode,
        String kind,
        LocalDate firstOn,
        LocalDate lastOn,
        String planned,
        String invested,
        int jobs,
        int households,
        String state,
        long revision)
        implements Announcement {

    @Override
    public UUID key() {
        return projectId;
    }
}
