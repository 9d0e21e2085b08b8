package org.jingzhun.chassis.procedure;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step with its signature, as seen from outside. */
@Schema(name = "SignedStep")
public record SignatureView(String step, String takenBy, String name, String role, String remark, Instant takenAt) {

    public static SignatureView of(Signature signed) {
        return new SignatureView(
                signed.step(), signed.takenBy(), signed.name(), signed.role(), signed.remark(), signed.takenAt());
    }
}
