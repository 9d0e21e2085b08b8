package org.jingzhun.identification.household;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.published.HouseholdMembersRecorded;

/**
 * Tells who lives in the households on the register (家庭成员), whichever way it became known: as little of each member as a
 * helper needs, and only what was not told just so before.
 */
@ApplicationScoped
public class MembersTelling {

    private static final int HOUSEHOLDS_AT_ONCE = 5_000;

    /** Of whom nobody was ever recorded, nothing is told. */
    private static final String TELL = """
            with standing as (
              select h.id, h.village_code, members_to_tell(h.id) as members
              from household h
              where h.id = any(?::uuid[]) and h.status is not null
                and (exists (select from member m where m.household_id = h.id)
                     or exists (select from members_told b where b.household_id = h.id))),
            told as (
              insert into members_told as t (household_id, village_code, digest, revision)
              select id, village_code, sha256(convert_to(members::text, 'UTF8')), 1 from standing order by id
              on conflict (household_id) do update
              set village_code = excluded.village_code, digest = excluded.digest, revision = t.revision + 1
              where (t.village_code, t.digest) is distinct from (excluded.village_code, excluded.digest)
              returning household_id, revision)
            select s.id, s.village_code, s.members::text, t.revision
            from told t join standing s on s.id = t.household_id
            """;

    private final Database database;
    private final Outbox outbox;
    private final ObjectMapper json;

    MembersTelling(Database database, Outbox outbox, ObjectMapper json) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
    }

    /** Passes over households that are not on the register, and those of which nothing has changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(List<UUID> households) {
        for (int from = 0; from < households.size(); from += HOUSEHOLDS_AT_ONCE) {
            List<UUID> some = households.subList(from, Math.min(from + HOUSEHOLDS_AT_ONCE, households.size()));
            outbox.publish(database.list(TELL, this::event, (Object)
                    some.stream().map(UUID::toString).toArray(String[]::new)));
        }
    }

    private OutboxEvent event(ResultSet row) throws SQLException {
        HouseholdMembersRecorded told = new HouseholdMembersRecorded(
                row.getObject(1, UUID.class),
                DivisionCode.text(row.getLong(2)),
                members(row.getString(3)),
                row.getLong(4));
        return new OutboxEvent(told.topic(), told.key(), told.type(), told);
    }

    private List<HouseholdMembersRecorded.Member> members(String text) {
        try {
            return List.of(json.readValue(text, HouseholdMembersRecorded.Member[].class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("members must be told as members_to_tell makes them", unreadable);
        }
    }
}
