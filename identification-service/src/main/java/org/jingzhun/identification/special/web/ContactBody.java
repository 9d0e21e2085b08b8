package org.jingzhun.identification.special.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.identification.household.identity.Masking;
import org.jingzhun.identification.special.Contact;
import org.jspecify.annotations.Nullable;

/** The one person who is responsible. */
@Schema(name = "SpecialContact")
public record ContactBody(
        @NotBlank @Size(max = Contact.LONGEST_NAME) String name,

        @Size(min = 1, max = Contact.LONGEST_PHONE) @Nullable
        String phone) {

    static @Nullable Contact contact(@Nullable ContactBody body) {
        if (body == null) {
            return null;
        }
        requireWhole("/contact/phone", body.phone);
        return new Contact(body.name, body.phone);
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 400 {@code invalid-fields} when it is as it was shown masked */
    static void requireWhole(String pointer, @Nullable String number) {
        if (Masking.isMasked(number)) {
            throw Problem.of(400, "invalid-fields", 1)
                    .with(new FieldError(pointer, "masked-number", null))
                    .asException();
        }
    }
}
