package org.jingzhun.identification.special.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.special.Recording;
import org.jingzhun.identification.special.Rulebook;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.SpecialRecords;
import org.jingzhun.identification.special.SpecialRegister;
import org.jspecify.annotations.Nullable;

/** What the resources of the six registers have in common: lists on record, and a record put. */
@ApplicationScoped
class SpecialAnswers {

    private static final int KEYS = 2;

    private final SpecialRecords records;
    private final Recording recording;
    private final Rulebook rulebook;
    private final AuditedLists lists;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    SpecialAnswers(
            SpecialRecords records,
            Recording recording,
            Rulebook rulebook,
            AuditedLists lists,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.records = records;
        this.recording = recording;
        this.rulebook = rulebook;
        this.lists = lists;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the caller's role needs of what is read for a purpose only, and of what it has changed. */
    Showing showing() {
        return showing(Discretion.of(caller.get().roles()));
    }

    private Showing showing(Discretion discretion) {
        return new Showing(discretion, rulebook.subsidies(LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI)));
    }

    <T extends Record> Response list(
            HttpHeaders headers,
            PageRequest page,
            SpecialRegister register,
            SpecialRecords.Filter filter,
            Class<T> rowType,
            BiFunction<SpecialRecord, Showing, T> row) {
        Showing showing = showing(Discretion.of(caller.get().roles(), audit.hasPurpose()));
        return lists.answer(
                headers,
                page,
                rowType,
                AuditEntry.listing(register.plural() + "-listed", register.plural(), filter.division()),
                (after, limit) -> records.list(register, filter, Cursor.parse(after, KEYS), limit)
                        .map(record -> row.apply(record, showing)));
    }

    <T> Response put(
            UUID id,
            @Nullable String ifMatch,
            Recording.Statement statement,
            BiFunction<SpecialRecord, Showing, T> row) {
        Recording.Recorded recorded = recording.record(id, statement, ifMatch);
        return Revisions.recorded(
                recorded.isNew(),
                "/v1/special-records/" + id,
                row.apply(recorded.record(), showing()),
                recorded.record().revision());
    }
}
