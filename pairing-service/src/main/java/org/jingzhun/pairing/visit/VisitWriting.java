package org.jingzhun.pairing.visit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** Writes visits, however many, by one statement. */
@ApplicationScoped
class VisitWriting {

    /** An id that is taken where the caller cannot look is left alone. */
    private static final String INSERT = """
            insert into visit (id, household_id, village_code, helper_id, helper_name, pairing_id, visited_on, said_on,
                               place, content, risks, income_items, income_fen, policies_explained, need_kinds,
                               need_texts, photos, confirmed_by, confirmation_sha256, witness, latitude, longitude,
                               corrects, recorded_at, device_recorded_at, clock_offset_seconds)
            select id, household_id, village_code, helper_id, helper_name, pairing_id, visited_on, said_on,
                   place, content, risks, income_items, income_fen, policies_explained, need_kinds,
                   need_texts, photos, confirmed_by, confirmation_sha256, witness, latitude, longitude,
                   corrects, recorded_at, device_recorded_at, clock_offset_seconds
            from jsonb_to_recordset(?::jsonb) as sent (
              id uuid, household_id uuid, village_code bigint, helper_id uuid, helper_name text, pairing_id uuid,
              visited_on date, said_on date, place text, content text, risks text[], income_items text[],
              income_fen bigint[], policies_explained text, need_kinds text[], need_texts text[], photos text[],
              confirmed_by text, confirmation_sha256 text, witness text, latitude numeric, longitude numeric,
              corrects uuid, recorded_at timestamptz, device_recorded_at timestamptz, clock_offset_seconds bigint)
            on conflict (id) do nothing
            returning id
            """;

    private final Database database;
    private final ObjectMapper json;

    VisitWriting(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @return the ids that were free */
    Set<UUID> insert(List<Visit> visits) {
        ArrayNode rows = json.createArrayNode();
        visits.forEach(visit -> rows.add(row(visit)));
        try {
            return new HashSet<>(
                    database.list(INSERT, row -> row.getObject(1, UUID.class), json.writeValueAsString(rows)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Rows of visits must be writable", impossible);
        }
    }

    private ObjectNode row(Visit visit) {
        VisitFacts facts = visit.facts();
        ObjectNode row = json.createObjectNode()
                .put("id", visit.id().toString())
                .put("household_id", facts.householdId().toString())
                .put("village_code", visit.villageCode())
                .put("helper_id", facts.helperId().toString())
                .put("helper_name", visit.helperName())
                .put("pairing_id", visit.pairingId().toString())
                .put("visited_on", visit.visitedOn().toString())
                .put("said_on", facts.visitedOn().toString())
                .put("place", facts.place())
                .put("content", facts.content())
                .put("policies_explained", facts.policiesExplained())
                .put("recorded_at", visit.recordedAt().toString())
                .put("clock_offset_seconds", visit.clockOffsetSeconds());
        put(row, "corrects", facts.corrects());
        put(row, "device_recorded_at", visit.writtenAt());
        list(row, "risks", facts.risks().stream().sorted().toList());
        list(
                row,
                "income_items",
                facts.incomes().stream().map(VisitFacts.IncomeItem::item).toList());
        list(
                row,
                "need_kinds",
                facts.needs().stream().map(VisitFacts.Need::kind).toList());
        list(
                row,
                "need_texts",
                facts.needs().stream().map(VisitFacts.Need::text).toList());
        list(row, "photos", facts.photos());
        ArrayNode fen = row.putArray("income_fen");
        facts.incomes().forEach(income -> fen.add(income.fen()));
        evidence(row, facts);
        return row;
    }

    private static void evidence(ObjectNode row, VisitFacts facts) {
        Confirmation confirmation = facts.confirmation();
        if (confirmation != null) {
            row.put("confirmed_by", confirmation.by().name())
                    .put("confirmation_sha256", confirmation.sha256())
                    .put("witness", confirmation.witness());
        }
        Location location = facts.location();
        if (location != null) {
            row.put("latitude", location.latitude()).put("longitude", location.longitude());
        }
    }

    private static void put(ObjectNode row, String column, @Nullable Object value) {
        if (value != null) {
            row.put(column, value.toString());
        }
    }

    private static void list(ObjectNode row, String column, List<?> values) {
        ArrayNode texts = row.putArray(column);
        values.forEach(value -> texts.add(value.toString()));
    }
}
