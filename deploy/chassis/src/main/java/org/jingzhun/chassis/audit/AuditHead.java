package org.jingzhun.chassis.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.signing.SigningKey;

/**
 * A head of the chain that was signed and published: it commits to every record up to its position.
 *
 * @param signature Ed25519 over {@code service|position|hash|at}, base64
 */
@Schema(name = "AuditHead")
public record AuditHead(
        String service,

        @Schema(description = "Place of the last record.") long position,

        @Schema(description = "Hash of that record, hexadecimal.")
        String hash,

        Instant at,

        @Schema(description = "Ed25519 over service|position|hash|at, base64.")
        String signature) {

    static AuditHead signed(SigningKey key, String service, long position, String hash, Instant at) {
        var unsigned = new AuditHead(service, position, hash, at, "");
        return new AuditHead(service, position, hash, at, key.sign(unsigned.content()));
    }

    boolean isOf(SigningKey key, String asking) {
        return asking.equals(service) && key.hasSigned(content(), String.valueOf(signature));
    }

    private byte[] content() {
        return (service + "|" + position + "|" + hash + "|" + at).getBytes(StandardCharsets.UTF_8);
    }
}
