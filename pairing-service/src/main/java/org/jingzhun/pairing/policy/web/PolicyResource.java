package org.jingzhun.pairing.policy.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.PolicyVersion;

/** The numbers by which this service decides; everybody with a token may read them. */
@Path("/v1/policies")
@Tag(name = "Policies")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class PolicyResource {

    private final Policies policies;

    PolicyResource(Policies policies) {
        this.policies = policies;
    }

    /** All versions of all rules; few enough for one answer. */
    public record PolicyList(List<PolicyView> items) {}

    /** One version of a rule. */
    public record PolicyView(String policy, String version, LocalDate validFrom, List<PolicyValue> values) {

        static PolicyView of(PolicyVersion version) {
            return new PolicyView(
                    version.policy(),
                    version.version(),
                    version.validFrom(),
                    version.values().entrySet().stream()
                            .map(entry -> new PolicyValue(
                                    entry.getKey(),
                                    entry.getValue().number(),
                                    entry.getValue().source()))
                            .toList());
        }
    }

    /** One number with the document that set it. */
    public record PolicyValue(String key, int number, String source) {}

    @GET
    @Operation(operationId = "listPolicies", summary = "Rank quotas, weights and limits with their dates and sources")
    public PolicyList list() {
        return new PolicyList(policies.list().stream()
                .flatMap(policy -> policy.versions().stream())
                .map(PolicyView::of)
                .toList());
    }
}
