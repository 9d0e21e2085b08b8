package org.jingzhun.chassis.retention;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules for whoever assesses the service, and for households that ask. */
@Path("/v1/retention-rules")
@Tag(name = "Audit")
@Authenticated
public class RetentionResource {

    private final Retention retention;

    RetentionResource(Retention retention) {
        this.retention = retention;
    }

    /** All rules of the service. */
    @Schema(name = "RetentionRuleList")
    public record RetentionRuleList(List<RetentionRule> items) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listRetentionRules",
            summary = "How long what the service stores is kept",
            description =
                    "Every table of the service is under one rule. What is an archive stays, as the law on archives demands, even when its purpose has ended; copies for technical reasons are deleted in time.")
    public RetentionRuleList list() {
        return new RetentionRuleList(retention.list());
    }
}
