package org.jingzhun.chassis.permission;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Size;
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
import org.jspecify.annotations.Nullable;

/** The matrix for those who integrate with the service or assign roles. */
@Path("/v1/permissions")
@Tag(name = "permissions", description = "Which role may do what, where")
@Authenticated
public class PermissionResource {

    private final Permissions permissions;

    PermissionResource(Permissions permissions) {
        this.permissions = permissions;
    }

    /** The whole matrix, or the lines of a role. */
    @Schema(name = "PermissionList")
    public record PermissionList(List<Permission> items) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listPermissions",
            summary = "Which role may call which endpoint, for things of which area",
            description =
                    "Of the whole service, or what one role may. A call by another role is refused with 403; a thing outside the area that the line allows is not found (404), and lists are without it.")
    public PermissionList list(
            @QueryParam("role") @Size(max = 100) @Parameter(description = "What this role may.") @Nullable
                    String role) {
        return new PermissionList(permissions.list().stream()
                .filter(permission -> role == null || permission.isFor(role))
                .toList());
    }
}
