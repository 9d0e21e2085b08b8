package org.jingzhun.funding.allocation.web;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.funding.allocation.ParameterSet;
import org.jingzhun.funding.allocation.ParameterSets;
import org.jspecify.annotations.Nullable;

/** Dated sets of factors and weights. */
@Path("/v1/allocation-parameter-sets")
@Tag(name = "Allocation")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ParameterSetResource {

    private final ParameterSets sets;

    ParameterSetResource(ParameterSets sets) {
        this.sets = sets;
    }

    /** A parameter set as seen from outside. */
    @Schema(name = "ParameterSet")
    record ParameterSetView(
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<PlanRequest.FactorRequest> factors,

            @Schema(description = "Document behind each weight, with the mark of its evidence.")
            List<String> source) {

        static ParameterSetView of(ParameterSet set) {
            return new ParameterSetView(
                    set.code(),
                    set.validFrom(),
                    set.validTo(),
                    set.factors().stream().map(PlanRequest.FactorRequest::of).toList(),
                    set.source());
        }
    }

    @GET
    @Operation(operationId = "listParameterSets", summary = "Sets of factors and weights that plans can use")
    public List<ParameterSetView> list() {
        return sets.list().stream().map(ParameterSetView::of).toList();
    }
}
