package org.jingzhun.identification.special.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.special.Recording;
import org.jingzhun.identification.special.facts.Boundary;
import org.jingzhun.identification.special.facts.Relocation;
import org.jspecify.annotations.Nullable;

/** A relocated household, as clients send it. */
@Schema(name = "RelocationBody")
public record RelocationBody(
        @NotNull UUID householdId,

        @Schema(description = "The day on which it was planned.") @NotNull
        LocalDate since,

        @NotNull Relocation.Way way,
        @NotNull Relocation.Settlement settlement,
        @NotNull Relocation.Site site,
        @NotNull @Valid DepartureBody from,
        @NotNull @Valid DestinationBody to,

        @NotNull @Min(Relocation.FIRST_YEAR) @Max(Relocation.LAST_YEAR)
        Integer plannedYear,

        @Schema(description = "Who signed for the household that it moves of its own will.")
        @Size(min = 1, max = Relocation.LONGEST_TEXT)
        @Nullable
        String signedBy,

        @Nullable LocalDate signedOn,
        @Valid @Nullable ContactBody contact) {

    /** The place left. */
    @Schema(name = "RelocationFrom")
    public record DepartureBody(
            @NotNull @Pattern(regexp = DivisionCode.PATTERN) String villageCode,

            @Size(min = 1, max = Relocation.LONGEST_TEXT) @Nullable
            String hamlet,

            @Schema(description = "Degrees east, with the latitude.") @Min(73) @Max(136) @Nullable
            Double longitude,

            @Schema(description = "Degrees north.") @Min(3) @Max(54) @Nullable
            Double latitude,

            @Valid @Nullable BoundaryBody boundary) {}

    /** A GeoJSON polygon (RFC 7946). */
    @Schema(name = "GeoJsonPolygon")
    public record BoundaryBody(
            @Schema(description = "Polygon") @NotNull @Size(max = 20)
            String type,

            @Schema(description = "1 to 10 closed rings of longitude and latitude, 1,000 positions together.")
            @NotNull
            @Size(min = 1, max = 10)
            List<@NotNull @Size(max = 1000) List<@NotNull @Size(max = 2) List<@NotNull @Min(-180) @Max(180) Double>>>
                    coordinates) {}

    /** The place moved to. */
    @Schema(name = "RelocationTo")
    public record DestinationBody(
            @NotNull @Pattern(regexp = DivisionCode.PATTERN) String division,
            @NotBlank @Size(max = Relocation.LONGEST_TEXT) String place) {}

    Recording.Statement statement() {
        return new Recording.Statement(householdId, since, ContactBody.contact(contact), facts());
    }

    private Relocation facts() {
        BoundaryBody line = from.boundary();
        return new Relocation(
                way,
                settlement,
                site,
                new Relocation.Departure(
                        from.villageCode(),
                        from.hamlet(),
                        from.longitude(),
                        from.latitude(),
                        line == null ? null : new Boundary(line.type(), line.coordinates())),
                new Relocation.Destination(to.division(), to.place()),
                plannedYear,
                signedBy,
                signedOn);
    }
}
