package org.jingzhun.identification.special.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.special.Recording;
import org.jingzhun.identification.special.facts.LeftBehind;
import org.jspecify.annotations.Nullable;

/** Somebody left behind, as an officer sends it. */
@Schema(name = "LeftBehindBody")
public record LeftBehindBody(
        @NotNull UUID memberId,

        @Schema(description = "The day from which on it is so.") @NotNull
        LocalDate since,

        @NotNull LeftBehind.Kind kind,
        @Valid @Nullable ContactBody contact) {

    Recording.Statement statement() {
        return new Recording.Statement(
                memberId, since, ContactBody.contact(contact), new LeftBehind(kind, null, List.of()));
    }
}
