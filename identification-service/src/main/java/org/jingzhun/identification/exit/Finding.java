package org.jingzhun.identification.exit;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a team found of a criterion.
 *
 * @param stated whether the team says that it is met; may be null where a value decides
 * @param value compared with the criterion's value or the line of the year
 * @param evidence photos, documents; references of the client's own
 */
public record Finding(
        String criterion,
        @Nullable Boolean stated,
        @Nullable BigDecimal value,
        List<String> evidence,
        @Nullable String note) {

    public static final int MOST_EVIDENCE = 20;
    public static final int LONGEST_EVIDENCE = 200;
    public static final int LONGEST_NOTE = 1000;

    public Finding {
        evidence = List.copyOf(evidence);
    }
}
