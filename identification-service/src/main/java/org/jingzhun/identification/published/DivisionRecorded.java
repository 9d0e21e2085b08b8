package org.jingzhun.identification.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A division as it stands now (行政区划). Topic {@value #TOPIC}, key {@code code}.
 *
 * @param code 12 digits
 * @param level PROVINCE, CITY, COUNTY, TOWNSHIP or VILLAGE
 * @param parent 12 digits; null for a province
 * @param validTo last day; null while it exists
 * @param successor the division that took its place, 12 digits
 * @param poorVillage whether it is a poor village (贫困村)
 * @param exitedOn since when the village or county is no poor one any more; null before
 * @param households rural households of a village, 0 for other levels
 * @param persons rural persons of a village, 0 for other levels
 * @param revision grows with each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DivisionRecorded(
        String code,
        String name,
        String level,
        @Nullable String parent,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successor,
        boolean poorVillage,
        @Nullable LocalDate exitedOn,
        int households,
        int persons,
        long revision)
        implements IdentificationEvent {

    public static final String TOPIC = "identification.village";
    public static final String TYPE = "org.jingzhun.identification.division-recorded";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return code;
    }

    @Override
    public String type() {
        return TYPE;
    }
}
