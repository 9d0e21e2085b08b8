package org.jingzhun.identification.special.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.special.Contact;
import org.jspecify.annotations.Nullable;

/** The one person who is responsible. */
@Schema(name = "SpecialContact")
public record ContactBody(
        @NotBlank @Size(max = Contact.LONGEST_NAME) String name,

        @Size(min = 1, max = Contact.LONGEST_PHONE) @Nullable
        String phone) {

    static @Nullable Contact contact(@Nullable ContactBody body) {
        return body == null ? null : new Contact(body.name, body.phone);
    }
}
