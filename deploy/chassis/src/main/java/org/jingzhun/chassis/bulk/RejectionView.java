package org.jingzhun.chassis.bulk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was wrong with a line of an import. */
@Schema(name = "ImportRejection")
public record RejectionView(
        @Schema(description = "Number of the line, from 1.") long line,

        @Schema(description = "JSON pointer of the field; empty for the line as a whole.")
        String pointer,

        @Schema(
                description =
                        "Stable code. Every kind of import may say: of the line `malformed-row`, `malformed-csv-row`,"
                                + " `line-too-long`, `unknown-field-in-row`, `repeated-field`, `repeated-row`,"
                                + " `outside-your-area`, `conflicts-with-stored-data`, `not-storable`; of a field"
                                + " `missing-field`, `not-text`, `unusable-character`, `too-long`, `not-matching`,"
                                + " `not-uuid`, `not-date`, `not-division`, `not-allowed-value`, `not-boolean`,"
                                + " `not-integer`, `not-money`, `not-list`. Each kind has codes of its own besides.")
        String code,

        @Schema(description = "What is wrong and what to do.")
        String detail,

        @Schema(description = "The row as it was sent, at most its first 2000 characters.")
        String row) {}
