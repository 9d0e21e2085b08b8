package org.jingzhun.chassis.permission;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of the matrix.
 *
 * @param path as in the contract, with its variables in braces
 * @param roles those that may; {@code *} is every bearer of a valid token, {@code anonymous} everybody
 */
@Schema(name = "Permission")
public record Permission(
        @Schema(examples = "GET") String method,

        @Schema(examples = "/v1/jobs/{id}") String path,

        @Schema(description = "Roles that may; * is every bearer of a valid token, anonymous everybody.")
        List<String> roles,

        @Schema(description = "Of which area things are shown and changed.")
        AreaRule area,

        @Schema(description = "Whether the answer holds personal data.")
        Sensitivity data) {

    public static final String ANYBODY = "*";
    public static final String ANONYMOUS = "anonymous";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    public Permission {
        roles = List.copyOf(roles);
    }

    public String endpoint() {
        return method + " " + path;
    }

    public boolean needsNoToken() {
        return roles.contains(ANONYMOUS);
    }

    public boolean isFor(String role) {
        return needsNoToken() || roles.contains(ANYBODY) || roles.contains(role);
    }

    public boolean changes() {
        return !READING.contains(method);
    }

    /** Whether calls that succeed leave an audit record. */
    public boolean isAudited() {
        return changes() || data == Sensitivity.PERSONAL;
    }
}
