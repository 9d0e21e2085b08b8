package org.jingzhun.pairing.observed.identification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.query.Database;

/** Who lives in the households, as far as identification has told of it and the caller's area reaches. */
@ApplicationScoped
public class ObservedMembers {

    private final Database database;
    private final ObjectMapper json;

    ObservedMembers(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The head first; empty when nothing was told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<HouseholdMember> of(UUID household) {
        return of(List.of(household)).getOrDefault(household, List.of());
    }

    /** Of the households of which something was told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, List<HouseholdMember>> of(Collection<UUID> households) {
        return database
                .list(
                        "select household_id, members::text from observed_members where household_id = any(?::uuid[])",
                        row -> Map.entry(row.getObject(1, UUID.class), members(row.getString(2))),
                        (Object) households.stream().map(UUID::toString).toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether a household of the village has this member. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isMember(UUID person, long village) {
        return database.find(
                        "select exists (select from observed_household h join observed_members m on m.household_id = h.id"
                                + " where h.village_code = ?"
                                + " and m.members @> jsonb_build_array(jsonb_build_object('memberId', ?::text)))",
                        row -> row.getBoolean(1),
                        village,
                        person.toString())
                .orElseThrow();
    }

    private List<HouseholdMember> members(String text) {
        try {
            return List.of(json.readValue(text, HouseholdMember[].class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("members must be readable as they were kept", unreadable);
        }
    }
}
