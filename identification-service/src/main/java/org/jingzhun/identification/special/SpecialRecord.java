package org.jingzhun.identification.special;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.identification.special.derivation.Hardship;
import org.jingzhun.identification.special.facts.DropOutCause;
import org.jingzhun.identification.special.facts.Facts;
import org.jspecify.annotations.Nullable;

/**
 * A record of a special register, with what is encrypted in the database.
 *
 * @param memberId null of a household, and when the person is a member of no household now
 * @param name of the member; null without one
 * @param householdId the last one of the person
 * @param cause why a student dropped out; null at other stages
 * @param hardship of a disabled person; else none
 * @param recordedBy subject of whoever entered it
 */
public record SpecialRecord(
        UUID id,
        SpecialRegister register,
        Stage stage,
        @Nullable UUID memberId,
        @Nullable String name,
        UUID householdId,
        long villageCode,
        LocalDate since,
        LocalDate stageOn,
        @Nullable LocalDate endedOn,
        @Nullable DropOutCause cause,
        @Nullable Contact contact,
        Facts facts,
        Hardship hardship,
        String recordedBy,
        long revision) {}
