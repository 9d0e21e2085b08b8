package org.jingzhun.identification.monitoring.web;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.monitoring.MonitoringNotice;
import org.jingzhun.identification.monitoring.MonitoringNotices;

/** Public notices of monitoring: anybody may read them while they are up. */
@Path("/v1/monitoring/notices")
@Tag(name = "Notices")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class MonitoringNoticeResource {

    private final MonitoringNotices notices;

    MonitoringNoticeResource(MonitoringNotices notices) {
        this.notices = notices;
    }

    /** The notices that are up. */
    @Schema(name = "MonitoringNoticeList")
    public record NoticeList(List<MonitoringNotice> items) {}

    @GET
    @Operation(
            operationId = "listMonitoringNotices",
            summary = "Who is up for notice in a village to be monitored, or to be monitored no more; for everybody")
    public NoticeList list(
            @Parameter(description = "The 12 digits of a village.")
                    @QueryParam("division")
                    @NotNull
                    @Pattern(regexp = DivisionCode.PATTERN)
                    String division) {
        return new NoticeList(
                CallerScope.call(Caller.system("public notice"), () -> notices.list(DivisionCode.parse(division))));
    }
}
