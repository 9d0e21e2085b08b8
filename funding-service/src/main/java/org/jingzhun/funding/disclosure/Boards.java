package org.jingzhun.funding.disclosure;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;

/** Records what hung on the villages' boards, and for how long. */
@ApplicationScoped
public class Boards {

    private final Database database;
    private final Disclosures disclosures;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Boards(Database database, Disclosures disclosures, Audit audit, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.disclosures = disclosures;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Records a board. Both days count.
     *
     * @throws DisclosureRefusal if the village is foreign, or the time is shorter than the rule has it
     */
    @Transactional
    public Board record(
            UUID disclosureId, long division, LocalDate postedOn, LocalDate takenDownOn, String photoSha256) {
        var disclosure = disclosures.get(disclosureId);
        var county = Area.ofPrefix(Long.toString(disclosure.county()));
        if (!caller.get().area().covers(division) || !county.covers(division)) {
            throw new DisclosureRefusal.ForeignBoard(division);
        }
        if (postedOn.isBefore(disclosure.announcedOn())
                || takenDownOn.isBefore(postedOn.plusDays(disclosure.boardDays() - 1L))) {
            throw new DisclosureRefusal.BoardTooShort(disclosure.boardDays(), disclosure.announcedOn());
        }
        var board = new Board(
                UuidCreator.getTimeOrderedEpoch(), disclosureId, division, postedOn, takenDownOn, photoSha256);
        int inserted = database.execute(
                "insert into disclosure_board values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                board.id(),
                disclosureId,
                division,
                postedOn,
                takenDownOn,
                photoSha256,
                caller.get().subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (inserted == 0) {
            throw new DisclosureRefusal.BoardRecordedBefore(division);
        }
        audit.record(AuditEntry.of("board-recorded", "disclosure", disclosureId).in(division));
        return board;
    }

    /** In the order of the villages. */
    public List<Board> list(UUID disclosureId) {
        return database.list(
                "select * from disclosure_board where disclosure_id = ? order by division, posted_on",
                row -> new Board(
                        row.getObject("id", UUID.class),
                        disclosureId,
                        row.getLong("division"),
                        row.getObject("posted_on", LocalDate.class),
                        row.getObject("taken_down_on", LocalDate.class),
                        row.getString("photo_sha256")),
                disclosureId);
    }
}
