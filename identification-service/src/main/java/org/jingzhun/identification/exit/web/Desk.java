package org.jingzhun.identification.exit.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.exit.DropOuts;
import org.jingzhun.identification.exit.Evaluating;
import org.jingzhun.identification.exit.Exits;
import org.jingzhun.identification.exit.Findings;
import org.jingzhun.identification.exit.Planning;
import org.jingzhun.identification.exit.Stepping;
import org.jingzhun.identification.exit.StepsTaken;
import org.jingzhun.identification.exit.Subject;
import org.jspecify.annotations.Nullable;

/** What the resources of the three kinds of exits have in common. */
@ApplicationScoped
class Desk {

    private static final int LIST_KEYS = 2;

    private final Exits exits;
    private final StepsTaken steps;
    private final DropOuts dropOuts;
    private final Planning planning;
    private final Findings findings;
    private final Evaluating evaluating;
    private final Stepping stepping;
    private final CurrentCaller caller;
    private final Audit audit;
    private final AuditedLists lists;

    Desk(
            Exits exits,
            StepsTaken steps,
            DropOuts dropOuts,
            Planning planning,
            Findings findings,
            Evaluating evaluating,
            Stepping stepping,
            CurrentCaller caller,
            Audit audit,
            AuditedLists lists) {
        this.exits = exits;
        this.steps = steps;
        this.dropOuts = dropOuts;
        this.planning = planning;
        this.findings = findings;
        this.evaluating = evaluating;
        this.stepping = stepping;
        this.caller = caller;
        this.audit = audit;
        this.lists = lists;
    }

    Response list(Subject subject, ExitQuery query, PageRequest page, HttpHeaders headers) {
        Exits.Filter filter = query.filter();
        String listed = subject.name().toLowerCase(Locale.ROOT) + "-exit";
        return lists.answer(
                headers,
                page,
                ExitView.ExitRow.class,
                AuditEntry.listing("exits-listed", listed, filter.division()),
                (after, limit) -> exits.list(subject, filter, Cursor.parse(after, LIST_KEYS), limit)
                        .map(ExitView.ExitRow::of));
    }

    @Transactional
    Response planHousehold(UUID household, int year, @Nullable String standard) {
        return created(Subject.HOUSEHOLD, "/v1/exits/", planning.planHousehold(household, year, standard));
    }

    @Transactional
    Response planPlace(Subject subject, String path, PlacePlanBody body) {
        long place = DivisionCode.parse(body.division());
        return created(subject, path, planning.planPlace(subject, place, body.year(), body.standard()));
    }

    private Response created(Subject subject, String path, UUID id) {
        return Response.created(URI.create(path + id))
                .entity(view(subject, id))
                .tag(Revisions.tag(1))
                .build();
    }

    @Transactional
    Response get(Subject subject, UUID id) {
        ExitView view = view(subject, id);
        UUID household = view.exit().householdId();
        if (household != null) {
            audit.record(AuditEntry.of("exit-read", "household", household)
                    .in(Long.parseLong(view.exit().division())));
        }
        return answer(view);
    }

    @Transactional
    Response record(Subject subject, UUID id, FindingsBody body) {
        findings.record(subject, id, body.year(), body.toFindings());
        return answer(view(subject, id));
    }

    @Transactional
    Response evaluate(Subject subject, UUID id, EvaluationBody body) {
        evaluating.evaluate(subject, id, body.toEvaluation());
        return answer(view(subject, id));
    }

    @Transactional
    Response take(Subject subject, UUID id, ExitStepBody body) {
        stepping.take(subject, id, body.toRequest());
        return answer(view(subject, id));
    }

    private ExitView view(Subject subject, UUID id) {
        Exits.Standing standing = exits.get(subject, id, caller.get().subject());
        return ExitView.of(
                standing,
                steps.list(id),
                exits.listFindings(id),
                exits.listFormerFindings(id),
                dropOuts.list(standing.exit().householdId()));
    }

    private static Response answer(ExitView view) {
        return Response.ok(view).tag(Revisions.tag(view.exit().revision())).build();
    }
}
