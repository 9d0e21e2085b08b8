package org.jingzhun.identification.exit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What the special register of students tells of a household's compulsory education (义务教育有保障): its drop-outs stand
 * against the criterion {@value #CRITERION}, unless the finding names the reason with evidence. Who left for poverty has no
 * such reason.
 */
@ApplicationScoped
public class DropOuts {

    static final String CRITERION = "EDUCATION";

    private final Session database;

    DropOuts(Session database) {
        this.database = database;
    }

    /**
     * A member who left compulsory schooling.
     *
     * @param recordId in the special register
     * @param level of the code list {@code school-level}
     * @param cause of the code list {@code drop-out-cause}
     */
    @Schema(name = "ExitDropOut")
    public record DropOut(UUID recordId, String level, String cause, LocalDate on) {}

    /**
     * A condition of SQL: whether a drop-out stands against a finding.
     *
     * @param criterion column with the code of the criterion
     * @param household column with the household, null for places
     * @param note column with what the finding says
     * @param evidence column with the references of its evidence
     */
    static String standAgainst(String criterion, String household, String note, String evidence) {
        return """
                (%s = '%s' and %s is not null and exists (
                   select from compulsory_drop_out d where d.household_id = %s
                     and (d.cause = 'POVERTY' or %s is null or cardinality(%s) = 0)))""".formatted(criterion, CRITERION, household, household, note, evidence);
    }

    /** @param household null for villages and counties, which have none of their own */
    public List<DropOut> list(@Nullable UUID household) {
        return household == null
                ? List.of()
                : database
                        .createNativeQuery(
                                "select record_id, level, cause, \"on\" from compulsory_drop_out where household_id = ?1"
                                        + " order by \"on\", record_id",
                                Tuple.class)
                        .setParameter(1, household)
                        .getResultList()
                        .stream()
                        .map(row -> new DropOut(
                                row.get("record_id", UUID.class),
                                row.get("level", String.class),
                                row.get("cause", String.class),
                                row.get("on", LocalDate.class)))
                        .toList();
    }
}
