package org.jingzhun.pairing.social;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
     * Proposes an honour; the same again changes nothing.
     *
     * @throws SocialRefusal if the division is not the caller's, or the id stands with other content
     */
    @Transactional
    public Handled propose(UUID id, long division, String donor, String title, String reason) {
        if (!caller.get().area().covers(Area.ofPrefix(Long.toString(division)))) {
            throw new SocialRefusal.UnknownPlace();
        }
        if (database.execute(ADD, id, division, donor, title, reason) == 1) {
            signatory.sign(Case.of("honour", id, division), HonourStep.PROPOSE, null, "");
        } else if (standing(id)
                .filter(known -> known.says(division, donor, title, reason))
                .isEmpty()) {
            throw new SocialRefusal.IdTaken(id);
        }
        return get(id);
    }

    /** @throws SocialRefusal.Unknown if there is none */
    @Transactional
    public Handled get(UUID id) {
        return new Handled(standing(id).orElseThrow(() -> new SocialRefusal.Unknown(id)), signatory.list(id));
    }

    private Optional<Honour> standing(UUID id) {
        return database.find("select * from honour where id = ?", Honours::read, id);
    }

    /** @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller */
    @Transactional
    public Handled take(UUID id, HonourStep step, String remark) {
        var honour = database.find("select * from honour where id = ? for update", Honours::read, id)
                .orElseThrow(() -> new SocialRefusal.Unknown(id));
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
