package org.jingzhun.chassis.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The two query parameters of every list; take it as {@code @BeanParam @Valid}. */
public class PageRequest {

    /** How many rows at most, 1 to 1000. */
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(1000)
    @Parameter(description = "Rows in the answer at most; ignored by NDJSON and CSV, which stream every row.")
    public int limit;

    /** The {@code next} of the slice before. */
    @QueryParam("after")
    @Size(max = 1000)
    @Parameter(description = "The `next` of the piece before; absent for the first piece.")
    public @Nullable String after;
}
