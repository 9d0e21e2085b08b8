package org.jingzhun.chassis.retention;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long one kind of data is kept (保存期限).
 *
 * @param tables names in the database; a star at the end stands for any ending
 */
@Schema(name = "RetentionRule")
public record RetentionRule(
        @Schema(description = "What is kept, in English.") String data,

        @Schema(description = "What is kept, in Chinese.") String dataZh,

        @Schema(description = "Its tables in the service's database; a star at the end stands for any ending.")
        List<String> tables,

        @Schema(description = "What becomes of it.") Fate fate,

        @Schema(
                description = "Not deleted before it is so old, an ISO 8601 period; absent without a lower limit.",
                examples = "P3Y")
        @Nullable
        String atLeast,

        @Schema(
                description =
                        "Deleted when it is so old, an ISO 8601 duration, as it is configured here; absent if it stays.",
                examples = "PT25H")
        @Nullable
        String atMost,

        @Schema(description = "What the rule rests on: a source, or that it is an assumption.")
        String basis) {

    private static final String ANY = "*";

    public RetentionRule {
        tables = List.copyOf(tables);
    }

    /** Whether a table is under it. */
    public boolean covers(String table) {
        return tables.stream()
                .anyMatch(name -> name.endsWith(ANY)
                        ? table.startsWith(name.substring(0, name.length() - 1))
                        : table.equals(name));
    }
}
