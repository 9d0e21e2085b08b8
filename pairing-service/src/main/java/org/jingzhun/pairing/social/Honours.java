package org.jingzhun.pairing.social;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.signing.Case;
import org.jingzhun.pairing.signing.Signatory;
import org.jspecify.annotations.Nullable;

/** Proposes and confers honours (扶贫荣誉制度). */
@ApplicationScoped
public class Honours {

    private static final String ADD = """
            insert into honour (id, division, donor, title, reason, state) values (?, ?, ?, ?, ?, 'PROPOSED')
            on conflict (id) do nothing
            """;
    private static final String LIST = """
            select * from honour
            where division between ? and ? and (?::text is null or state = ?::text) and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;

    private final Database database;
    private final Signatory signatory;
    private final CurrentCaller caller;
    private final Clock clock;

    Honours(Database database, Signatory signatory, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.signatory = signatory;
        this.caller = caller;
        this.clock = clock;
    }

    /** An honour with its steps. */
    public record Handled(Honour honour, List<Signature> steps) {}

    /**
     * Proposes an honour; the same id again changes nothing.
     *
     * @throws SocialRefusal.UnknownPlace if the division is not the caller's
     */
    @Transactional
    public Handled propose(UUID id, long division, String donor, String title, String reason) {
        if (!caller.get().area().covers(Area.ofPrefix(Long.toString(division)))) {
            throw new SocialRefusal.UnknownPlace();
        }
        if (database.execute(ADD, id, division, donor, title, reason) == 1) {
            signatory.sign(Case.of("honour", id, division), HonourStep.PROPOSE, null, "");
        }
        return get(id);
    }

    /** @throws SocialRefusal.Unknown if there is none */
    @Transactional
    public Handled get(UUID id) {
        return new Handled(find("select * from honour where id = ?", id), signatory.list(id));
    }

    /** @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller */
    @Transactional
    public Handled take(UUID id, HonourStep step, String remark) {
        var honour = find("select * from honour where id = ? for update", id);
        signatory.sign(Case.of("honour", id, honour.division()), step, honour.state(), remark);
        database.execute(
                "update honour set state = ?, conferred_on = ?::date, version = version + 1 where id = ?",
                step.to().name(),
                step == HonourStep.CONFER ? Clocks.today(clock) : null,
                id);
        return get(id);
    }

    /** In the order of their ids. */
    public List<Honour> list(Area area, @Nullable HonourState state, @Nullable UUID after, int limit) {
        var named = state == null ? null : state.name();
        return database.list(LIST, Honours::read, area.from(), area.to(), named, named, after, after, limit);
    }

    private Honour find(String query, UUID id) {
        return database.find(query, Honours::read, id).orElseThrow(() -> new SocialRefusal.Unknown(id));
    }

    private static Honour read(ResultSet row) throws SQLException {
        return new Honour(
                row.getObject("id", UUID.class),
                row.getLong("division"),
                row.getString("donor"),
                row.getString("title"),
                row.getString("reason"),
                HonourState.valueOf(row.getString("state")),
                row.getObject("conferred_on", LocalDate.class),
                row.getLong("version"));
    }
}
