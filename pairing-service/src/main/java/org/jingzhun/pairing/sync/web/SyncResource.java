package org.jingzhun.pairing.sync.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.sync.Syncing;
import org.jingzhun.pairing.sync.Syncing.OfflineVisit;
import org.jingzhun.pairing.sync.Syncing.Synced;
import org.jingzhun.pairing.sync.web.SyncView.BadField;
import org.jingzhun.pairing.sync.web.SyncView.Outcome;
import org.jingzhun.pairing.sync.web.SyncView.Result;
import org.jingzhun.pairing.visit.Verdict;
import org.jingzhun.pairing.visit.VisitRefusal;
import org.jingzhun.pairing.visit.web.VisitNote;
import org.jingzhun.pairing.visit.web.VisitProblems;

/** Phones of helpers that were offline. */
@Path("/v1/sync")
@Tag(name = "Synchronisation")
@RolesAllowed(Role.HELPER)
public class SyncResource {

    private final Syncing syncing;
    private final Validator validator;

    SyncResource(Syncing syncing, Validator validator) {
        this.syncing = syncing;
        this.validator = validator;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sync",
            summary =
                    "Bring what was recorded offline and take what is new of the caller's own households; after a lost"
                            + " answer send the same again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SyncView.class)))
    public SyncView sync(@NotNull @Valid SyncBody body, RoutingContext exchange) {
        List<SyncBody.Change> changes = Objects.requireNonNullElse(body.changes(), List.of());
        int most = syncing.mostChanges();
        if (changes.size() > most) {
            throw Problem.of(422, "too-many-changes", changes.size(), most).asException();
        }
        List<Checked> checked = changes.stream().map(this::checked).toList();
        Synced synced = syncing.sync(
                body.since(),
                body.phoneTime(),
                checked.stream().flatMap(Checked::visit).toList());
        return view(synced, results(checked, synced, exchange));
    }

    /** A change beside what is wrong with its form. */
    private record Checked(SyncBody.Change change, List<BadField> errors) {

        Stream<OfflineVisit> visit() {
            return errors.isEmpty()
                    ? Stream.of(new OfflineVisit(change.id(), change.visit().facts(), change.writtenAt()))
                    : Stream.empty();
        }
    }

    private Checked checked(SyncBody.Change change) {
        Set<ConstraintViolation<SyncBody.Change>> own = validator.validate(change);
        Stream<BadField> errors = own.stream().map(violation -> error("", violation));
        if (change.visit() != null) {
            errors = Stream.concat(
                    errors, validator.validate(change.visit()).stream().map(violation -> error("/visit", violation)));
        }
        return new Checked(
                change, errors.sorted(Comparator.comparing(BadField::pointer)).toList());
    }

    private static BadField error(String at, ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder(at);
        violation.getPropertyPath().forEach(node -> pointer.append(node.getIndex() == null ? "" : "/" + node.getIndex())
                .append('/')
                .append(node.getName()));
        return new BadField(pointer.toString(), "invalid-field", violation.getMessage());
    }

    private static List<Result> results(List<Checked> checked, Synced synced, RoutingContext exchange) {
        Iterator<Verdict> next = synced.verdicts().iterator();
        List<Result> results = new ArrayList<>();
        for (Checked each : checked) {
            results.add(
                    each.errors().isEmpty()
                            ? result(each.change(), next.next(), synced, exchange)
                            : new Result(
                                    each.change().id(),
                                    Outcome.REFUSED,
                                    null,
                                    "invalid-fields",
                                    Problems.detail(
                                            "invalid-fields",
                                            List.of(each.errors().size()),
                                            exchange),
                                    null,
                                    each.errors(),
                                    List.of()));
        }
        return results;
    }

    private static Result result(SyncBody.Change change, Verdict verdict, Synced synced, RoutingContext exchange) {
        return switch (verdict) {
            case Verdict.Recorded recorded ->
                new Result(
                        change.id(),
                        Outcome.RECORDED,
                        recorded.visit().visitedOn(),
                        null,
                        null,
                        null,
                        List.of(),
                        VisitNote.of(synced.earlier().get(change.id()), exchange));
            case Verdict.Refused(VisitRefusal refusal) -> {
                Problem problem = VisitProblems.problem(refusal);
                boolean conflicts = refusal instanceof VisitRefusal.Conflict;
                yield new Result(
                        change.id(),
                        conflicts ? Outcome.CONFLICT : Outcome.REFUSED,
                        null,
                        problem.code(),
                        Problems.detail(problem.code(), problem.args(), exchange),
                        refusal instanceof VisitRefusal.Conflict conflict ? conflict.existing() : null,
                        List.of(),
                        List.of());
            }
        };
    }

    private static SyncView view(Synced synced, List<Result> results) {
        return new SyncView(
                synced.serverTime(),
                synced.clockOffset() == null ? null : synced.clockOffset().toSeconds(),
                synced.isClockWrong(),
                synced.token(),
                synced.isComplete(),
                results,
                synced.households().stream().map(SyncView.Form::of).toList(),
                synced.gone().stream()
                        .map(gone -> new SyncView.Gone(gone.householdId(), gone.until(), gone.endedBy()))
                        .toList(),
                synced.photosMissing(),
                synced.visitsRequired());
    }
}
