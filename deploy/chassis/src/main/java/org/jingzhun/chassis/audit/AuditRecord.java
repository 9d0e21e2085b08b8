package org.jingzhun.chassis.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record of the audit trail (审计记录). */
@Schema(name = "AuditRecord")
public record AuditRecord(
        @Schema(description = "Number, in the order of writing.")
        long seq,

        Instant at,

        @Schema(description = "Who, as the token names it.") String subject,

        String name,
        List<String> roles,

        @Schema(description = "What was done.", examples = "household-read")
        String action,

        String objectType,
        String objectId,

        @Schema(description = "Where, 12 digits.") String division,

        @Schema(description = "Why, as the caller gave it.") @Nullable
        String reason,

        @Schema(description = "From where: network address.") @Nullable
        String remote,

        @Schema(description = "traceId of the request.") @Nullable
        String trace,

        @JsonRawValue @Schema(implementation = Object.class) String details,

        @Schema(description = "Place in the chain; null until sealed, which takes about a second.") @Nullable
        Long position,

        @Schema(description = "SHA-256 over the record and the hash before it, hexadecimal.") @Nullable
        String hash) {}
