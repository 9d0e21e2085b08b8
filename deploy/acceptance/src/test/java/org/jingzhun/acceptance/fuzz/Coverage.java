package org.jingzhun.acceptance.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jingzhun.standalone.SuiteService;

/** What was asked and answered: operations by statuses and codes of problems. */
final class Coverage {

    /** Answers of one kind. */
    private static final class Count {
        private final AtomicLong answers = new AtomicLong();
        private final AtomicLong slowestMillis = new AtomicLong();
    }

    private final Map<String, Map<String, Count>> operations = new ConcurrentHashMap<>();
    private final Map<SuiteService, Set<String>> codes = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final Map<String, Call> firstOfCode = new ConcurrentSkipListMap<>();

    void count(Call call, String operation, int status, String code, Duration took) {
        requests.incrementAndGet();
        Count count = operations
                .computeIfAbsent(operation, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(code.isEmpty() ? String.valueOf(status) : status + " " + code, any -> new Count());
        count.answers.incrementAndGet();
        count.slowestMillis.accumulateAndGet(took.toMillis(), Math::max);
        if (!code.isEmpty()) {
            codes.computeIfAbsent(call.service(), any -> ConcurrentHashMap.newKeySet())
                    .add(code);
            firstOfCode.merge(
                    call.service().name() + " " + code,
                    call,
                    (known, other) -> size(other) < size(known) ? other : known);
        }
    }

    private static int size(Call call) {
        byte[] body = call.body();
        return call.target().length() + (body == null ? 0 : body.length);
    }

    /** The smallest request that provoked each problem, by service and code. */
    Map<String, Call> provoked() {
        return firstOfCode;
    }

    long requests() {
        return requests.get();
    }

    Set<String> codes(SuiteService service) {
        return codes.getOrDefault(service, Set.of());
    }

    /** Operations that were never answered well: of these only the refusals were tried. */
    List<String> neverSucceeded(List<Operation> all) {
        return all.stream()
                .map(Operation::title)
                .filter(title -> operations.getOrDefault(title, Map.of()).keySet().stream()
                        .noneMatch(answer -> answer.startsWith("2")))
                .toList();
    }

    /** Answers by status, of all operations. */
    Map<String, Long> byStatus() {
        return operations.values().stream()
                .flatMap(answers -> answers.entrySet().stream())
                .collect(Collectors.groupingBy(
                        answer -> answer.getKey()
                                .substring(0, Math.min(3, answer.getKey().length())),
                        TreeMap::new,
                        Collectors.summingLong(
                                answer -> answer.getValue().answers.get())));
    }

    /** A line for each operation and kind of answer, with how many there were and how long the slowest took. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(operations).forEach((operation, answers) -> new TreeMap<>(answers)
                .forEach((answer, count) -> lines.add("%s | %s | %d | %d ms"
                        .formatted(operation, answer, count.answers.get(), count.slowestMillis.get()))));
        return lines;
    }
}
