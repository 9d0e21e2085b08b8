package org.jingzhun.funding.catalogue.web;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.catalogue.Catalogue;
import org.jingzhun.funding.catalogue.CatalogueRefusal;
import org.jingzhun.funding.catalogue.Catalogues;
import org.jspecify.annotations.Nullable;

/** Dated lists: the negative list, batches, actions, special programmes, menus of industries. */
@Path("/v1/catalogues")
@Tag(name = "Dated lists")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {

    private final Catalogues catalogues;

    CatalogueResource(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** A line of a list. */
    @Schema(name = "CatalogueItem")
    public record ItemView(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
            String code,

            @NotBlank @Size(max = 200) String zh,
            @NotBlank @Size(max = 200) String en,

            @Pattern(regexp = "MAIN|ADDED")
            @Schema(description = "Of a menu of industries (5+2, 3+1): MAIN or ADDED.")
            @Nullable
            String part,

            @Size(max = 50)
            @Schema(description = "Of the negative list: words that give the item away in a purpose.")
            @Nullable
            List<@NotBlank @Size(max = 40) String> keywords) {

        static ItemView of(Catalogue.Item item) {
            return new ItemView(
                    item.code(),
                    item.zh(),
                    item.en(),
                    item.part().isEmpty() ? null : item.part(),
                    item.keywords().isEmpty() ? null : item.keywords());
        }

        Catalogue.Item item() {
            return new Catalogue.Item(
                    code,
                    zh,
                    en,
                    Objects.requireNonNullElse(part, ""),
                    Objects.requireNonNullElse(keywords, List.of()));
        }
    }

    /** A version of a list. */
    @Schema(name = "Catalogue")
    public record CatalogueView(
            @NotNull @Pattern(regexp = "NEGATIVE_LIST|BATCHES|ACTIONS|PROGRAMMES|COUNTY_INDUSTRIES|VILLAGE_INDUSTRIES")
            String list,

            @Pattern(regexp = "[1-9]\\d{11}") @Schema(description = "Where it holds; absent for everywhere.") @Nullable
            String division,

            @NotBlank @Size(max = 40) String version,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,

            @NotBlank @Size(max = 500) @Schema(description = "The document that set it.")
            String source,

            @NotNull @Size(min = 1, max = 200) List<@Valid @NotNull ItemView> items) {

        static CatalogueView of(Catalogue catalogue) {
            return new CatalogueView(
                    catalogue.list(),
                    catalogue.division() == 0 ? null : Long.toString(catalogue.division()),
                    catalogue.version(),
                    catalogue.validFrom(),
                    catalogue.validTo(),
                    catalogue.source(),
                    catalogue.items().stream().map(ItemView::of).toList());
        }

        Catalogue catalogue() {
            try {
                return new Catalogue(
                        list,
                        division == null ? 0 : Long.parseLong(division),
                        version,
                        validFrom,
                        validTo,
                        source,
                        items.stream().map(ItemView::item).toList());
            } catch (IllegalArgumentException twice) {
                throw Problem.of(422, "code-twice").asException();
            }
        }
    }

    /** All versions. */
    @Schema(name = "CatalogueList")
    public record CatalogueList(List<CatalogueView> items) {}

    @GET
    @Authenticated
    @Operation(operationId = "listCatalogues", summary = "All versions of the dated lists")
    public CatalogueList list(@QueryParam("list") @Size(max = 40) @Nullable String list) {
        return new CatalogueList(
                catalogues.list(list).stream().map(CatalogueView::of).toList());
    }

    @POST
    @Idempotent
    @RolesAllowed({"county-officer", "region-officer", "admin"})
    @Operation(operationId = "loadCatalogue", summary = "Load a version of a list; none is ever changed")
    @APIResponse(
            responseCode = "201",
            description = "Loaded",
            content = @Content(schema = @Schema(implementation = CatalogueView.class)))
    public Response load(@Valid @NotNull CatalogueView request) {
        var loaded = catalogues.load(request.catalogue());
        return Response.created(URI.create("/v1/catalogues?list=" + loaded.list()))
                .entity(CatalogueView.of(loaded))
                .build();
    }

    @ServerExceptionMapper
    Response refused(CatalogueRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(CatalogueRefusal refusal) {
        return switch (refusal) {
            case CatalogueRefusal.MenuTooLong menu -> Problem.of(422, "menu-too-long", menu.main(), menu.added());
        };
    }
}
