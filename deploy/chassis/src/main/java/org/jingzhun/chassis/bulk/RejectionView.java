package org.jingzhun.chassis.bulk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was wrong with a line of an import. */
@Schema(name = "ImportRejection")
public record RejectionView(
        @Schema(description = "Number of the line, from 1.") long line,

        @Schema(description = "JSON pointer of the field; empty for the line as a whole.")
        String pointer,

        @Schema(description = "Stable code.") String code,

        @Schema(description = "What is wrong and what to do.")
        String detail,

        @Schema(description = "The row as it was sent, at most its first 2000 characters.")
        String row) {}
