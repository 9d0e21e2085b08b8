package org.jingzhun.funding.asset.web;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.asset.AssetRule;
import org.jingzhun.funding.asset.AssetRules;
import org.jspecify.annotations.Nullable;

/** The dated numbers that assets are kept by; everybody may read them. */
@Path("/v1/asset-rules")
@Tag(name = "Assets")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AssetRuleResource {

    private final AssetRules rules;

    AssetRuleResource(AssetRules rules) {
        this.rules = rules;
    }

    /** A version of a rule. */
    @Schema(name = "AssetRule")
    public record RuleBody(
            @NotNull AssetRule.Rule rule,

            @NotBlank @Size(max = 60) @Schema(description = "Its name; a version never changes.")
            String version,

            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,

            @NotNull
            @Pattern(regexp = "0|[1-9]\\d{11}")
            @Schema(description = "Where it holds: region, city or county; 0 is everywhere.")
            String division,

            @Min(0) @Max(100_000) int value,

            @NotBlank @Size(max = 500) @Schema(description = "Document that set it.")
            String source,

            @Size(max = 20) @Schema(description = "Kind of evidence; set by the service.") @Nullable
            String mark) {

        AssetRule loaded() {
            return new AssetRule(
                    rule,
                    version.strip(),
                    validFrom,
                    validTo,
                    Long.parseLong(division),
                    value,
                    "LOCAL",
                    source.strip());
        }

        static RuleBody of(AssetRule rule) {
            return new RuleBody(
                    rule.rule(),
                    rule.version(),
                    rule.validFrom(),
                    rule.validTo(),
                    Long.toString(rule.division()),
                    rule.value(),
                    rule.source(),
                    rule.mark());
        }
    }

    @GET
    @Authenticated
    @Operation(operationId = "listAssetRules", summary = "Rules in all versions, with source")
    public List<RuleBody> list() {
        return rules.list().stream().map(RuleBody::of).toList();
    }

    @POST
    @Idempotent
    @RolesAllowed({"region-officer", "admin"})
    @Operation(operationId = "addAssetRule", summary = "Load a version of a rule; it never changes afterwards")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = RuleBody.class)))
    public Response add(@Valid @NotNull RuleBody body) {
        var rule = body.loaded();
        rules.add(rule);
        return Response.created(URI.create("/v1/asset-rules"))
                .entity(RuleBody.of(rule))
                .build();
    }
}
