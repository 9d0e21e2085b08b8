package org.jingzhun.acceptance.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jingzhun.acceptance.fuzz.Sender.Answer;
import org.jingzhun.acceptance.fuzz.Spoiling.Spoilt;

/** Makes one request after the other for a service, half of them wrong in one place, and has the answers judged. */
final class Worker {

    private static final int LARGEST_HARVESTED = 400_000;
    private static final int ATTEMPTS = 6;
    private static final int SMALLER_STEPS = 12;

    private final ApiDocument document;
    private final Judge judge;
    private final Sender sender;
    private final Pool pool;
    private final Shared shared;
    private final Random random;
    private final Requests requests;
    private final List<List<Spoiling>> spoilings;

    /**
     * What all workers share.
     *
     * @param jobs work started by operation
     * @param mostJobs that one operation may start
     */
    record Shared(Coverage coverage, Failures failures, Map<String, AtomicInteger> jobs, int mostJobs) {

        Shared(int mostJobs) {
            this(new Coverage(), new Failures(), new ConcurrentHashMap<>(), mostJobs);
        }

        boolean mayStart(Operation operation) {
            return !operation.startsJob()
                    || jobs.computeIfAbsent(operation.title(), any -> new AtomicInteger())
                                    .get()
                            < mostJobs;
        }
    }

    Worker(ApiDocument document, Judge judge, Sender sender, Pool pool, Shared shared, Random random) {
        this.document = document;
        this.judge = judge;
        this.sender = sender;
        this.pool = pool;
        this.shared = shared;
        this.random = random;
        this.requests = new Requests(document, pool, random);
        this.spoilings = List.of(
                BodySpoilings.ALL,
                BodySpoilings.ALL,
                TextSpoilings.ALL,
                ParameterSpoilings.ALL,
                HeaderSpoilings.ALL,
                new CallerSpoilings(requests.callers()).all());
    }

    /** Reads every list once, so that later requests name what is there. */
    void lookAround() throws InterruptedException {
        for (Operation operation : document.operations()) {
            if (operation.method().equals("GET")) {
                Draft draft = requests.right(operation);
                draft.headers().put("Accept", "application/json");
                send(operation, draft.call("right", false));
            }
        }
    }

    /** Goes on in every list behind rows such as other lists have. */
    void goOnElsewhere() throws InterruptedException {
        for (Operation operation : document.operations()) {
            if (operation.parameters("query").stream()
                    .anyMatch(parameter -> parameter.name().equals("after"))) {
                for (String cursor : Cursors.foreign()) {
                    Draft draft = requests.right(operation);
                    draft.askInstead("after", cursor);
                    send(operation, draft.call("foreign cursor", false));
                }
            }
        }
    }

    /** Makes a request up and sends it; false when none came of it that could be sent. */
    boolean one() throws InterruptedException {
        List<Operation> operations = document.operations();
        Operation operation = operations.get(random.nextInt(operations.size()));
        Draft draft = requests.right(operation);
        if (random.nextInt(100) < 45 && shared.mayStart(operation)) {
            match(operation, draft);
            return send(operation, draft.call("right", false));
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            draft = requests.right(operation);
            List<Spoiling> kind = spoilings.get(random.nextInt(spoilings.size()));
            Optional<Spoilt> spoilt = kind.get(random.nextInt(kind.size())).spoil(draft, random);
            if (spoilt.isPresent() && (spoilt.get().refused() || shared.mayStart(operation))) {
                if (random.nextBoolean() && !draft.headers().containsKey("If-Match")) {
                    match(operation, draft);
                }
                return send(
                        operation,
                        draft.call(spoilt.get().what(), spoilt.get().refused() && !operation.namesWhatIsWrong()));
            }
        }
        return false;
    }

    /** Sends the revision along that the thing has now, as a careful client does. */
    private void match(Operation operation, Draft draft) throws InterruptedException {
        if (operation.parameters("header").stream()
                        .noneMatch(header -> header.name().equals("If-Match"))
                || random.nextInt(8) == 0) {
            return;
        }
        String target = draft.target();
        String path = operation.method().equals("PUT") ? target : target.substring(0, target.lastIndexOf('/'));
        var look = new Draft(operation);
        look.caller = draft.caller;
        look.method = "GET";
        Answer seen = sender.send(look.call("look", false).withTarget(path));
        if (!seen.header("ETag").isEmpty()) {
            draft.headers().put("If-Match", seen.header("ETag"));
        }
    }

    /** Sends what once met a fault or provoked a problem. */
    void again(Found.Known known) throws InterruptedException {
        Call call = known.call();
        for (Operation operation : document.operations()) {
            if (operation.method().equals(call.method()) && operation.isAt(call.path())) {
                String code = answered(operation, call).orElse("");
                if (!known.code().isEmpty() && !known.code().equals(code)) {
                    shared.failures()
                            .add(
                                    operation.title(),
                                    call,
                                    new Judge.Complaint("not " + known.code() + " but " + code, ""));
                }
                return;
            }
        }
        throw new IllegalStateException(
                "%s %s is in no document; correct fuzz/found.ndjson.".formatted(call.method(), call.path()));
    }

    private boolean send(Operation operation, Call call) throws InterruptedException {
        return answered(operation, call).isPresent();
    }

    /** Gives the code of the problem that it was answered with, empty without one; nothing if it could not be sent. */
    private Optional<String> answered(Operation operation, Call call) throws InterruptedException {
        Answer answer;
        try {
            answer = sender.send(call);
        } catch (IllegalArgumentException unsendable) {
            return Optional.empty();
        }
        shared.coverage().count(call, operation.title(), answer.status(), judge.code(answer), answer.took());
        SeenProblems.note(
                call.service(),
                call.method(),
                operation.path(),
                answer.status(),
                Call.text(answer.body()).orElse(""));
        judge.complaints(operation, call, answer)
                .forEach(complaint -> shared.failures().add(operation.title(), call, complaint));
        if (answer.status() >= 200 && answer.status() < 300) {
            learn(operation, answer);
        }
        return Optional.of(judge.code(answer));
    }

    private void learn(Operation operation, Answer answer) {
        if (operation.startsJob()) {
            shared.jobs()
                    .computeIfAbsent(operation.title(), any -> new AtomicInteger())
                    .incrementAndGet();
        }
        if (answer.body().length > 0
                && answer.body().length < LARGEST_HARVESTED
                && answer.header("Content-Type").startsWith("application/json")) {
            judge.read(answer).ifPresent(node -> pool.harvest(operation.path(), node, random));
        }
    }

    /** A smaller request with the same fault, found by leaving out one thing after the other. */
    Failures.Failure smaller(Failures.Failure failure) throws InterruptedException {
        Failures.Failure smallest = failure;
        Optional<Failures.Failure> next = Optional.of(failure);
        for (int step = 0; step < SMALLER_STEPS && next.isPresent(); step++) {
            smallest = next.get();
            next = Optional.empty();
            for (Call candidate : Smaller.than(smallest.call())) {
                if (shows(failure, candidate)) {
                    next = Optional.of(smallest.with(candidate));
                    break;
                }
            }
        }
        return smallest;
    }

    private boolean shows(Failures.Failure failure, Call call) throws InterruptedException {
        Operation operation = document.operations().stream()
                .filter(candidate -> candidate.title().equals(failure.operation()))
                .findFirst()
                .orElse(null);
        return judge.complaints(operation, call, sender.send(call)).stream()
                .anyMatch(
                        complaint -> complaint.kind().equals(failure.complaint().kind()));
    }
}
