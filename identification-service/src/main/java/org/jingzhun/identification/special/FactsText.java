package org.jingzhun.identification.special;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.special.facts.Facts;
import org.jspecify.annotations.Nullable;

/** Facts as JSON, in clear or encrypted as their register asks. */
@ApplicationScoped
class FactsText {

    /** Texts are sealed at multiples of this length, so that the length does not tell the disease. */
    private static final int SEALED_LENGTH = 256;

    private final ObjectMapper json;
    private final Sealing sealing;

    FactsText(ObjectMapper json, Sealing sealing) {
        this.json = json;
        this.sealing = sealing;
    }

    /** Null for those that are sealed. */
    @Nullable
    String clear(Facts facts) {
        return SpecialRegister.of(facts).isSensitive() ? null : text(facts);
    }

    /** Null for those that are not sealed. */
    byte @Nullable [] sealed(UUID record, Facts facts) {
        if (!SpecialRegister.of(facts).isSensitive()) {
            return null;
        }
        String text = text(facts);
        return sealing.seal(record, text + " ".repeat(SEALED_LENGTH - text.length() % SEALED_LENGTH));
    }

    byte @Nullable [] sealedPhone(UUID record, @Nullable Contact contact) {
        return contact == null || contact.phone() == null ? null : sealing.seal(record, contact.phone());
    }

    @Nullable
    String phone(UUID record, byte @Nullable [] sealed) {
        return sealed == null ? null : sealing.open(record, sealed);
    }

    /** Exactly one of the texts is there. */
    Facts read(SpecialRegister register, UUID record, @Nullable String clear, byte @Nullable [] sealed) {
        try {
            return json.readValue(json(record, clear, sealed), register.facts());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the facts of record %s must be as they were written".formatted(record));
        }
    }

    /** The JSON of facts; exactly one of the texts is there. */
    String json(UUID record, @Nullable String clear, byte @Nullable [] sealed) {
        return sealed == null
                ? Objects.requireNonNull(clear)
                : sealing.open(record, sealed).strip();
    }

    private String text(Facts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("facts must be writable as JSON", unwritable);
        }
    }
}
