package org.jingzhun.funding.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A project has come to a stage, or has got further within it (项目进展).
 *
 * @param divisionCode of the village or county that it is for, 12 digits
 * @param stage a code of the list {@code project-stage}
 * @param step that was taken last
 * @param batch a code of the list BATCHES of its place
 * @param action a code of the list ACTIONS
 * @param industry a code of the menu of industries; empty without one
 * @param amount what it costs, yuan with two decimals
 * @param funded what was set aside for it
 * @param percent how much of it is done
 * @param households that it is for
 * @param changedOn day of the step in Asia/Shanghai
 * @param revision grows with each step
 */
public record ProjectStageChanged(
        UUID projectId,
        String divisionCode,
        String name,
        int year,
        String stage,
        String step,
        String batch,
        String action,
        String industry,
        String amount,
        String funded,
        int percent,
        long households,
        LocalDate changedOn,
        long revision)
        implements FundingEvent {

    @Override
    @JsonIgnore
    public String type() {
        return "org.jingzhun.funding.project-stage-changed";
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "funding.project";
    }

    @Override
    @JsonIgnore
    public String key() {
        return projectId.toString();
    }
}
