package org.jingzhun.acceptance.fuzz;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jingzhun.acceptance.fuzz.Judge.Complaint;

/** The first example of each fault. */
final class Failures {

    /** @param times how often it was seen */
    record Failure(String operation, Call call, Complaint complaint, AtomicInteger times) {

        Failure with(Call smaller) {
            return new Failure(operation, smaller, complaint, times);
        }
    }

    private final Map<String, Failure> first = new ConcurrentHashMap<>();

    void add(String operation, Call call, Complaint complaint) {
        first.computeIfAbsent(
                        operation + " " + complaint.kind(),
                        any -> new Failure(operation, call, complaint, new AtomicInteger()))
                .times()
                .incrementAndGet();
    }

    Collection<Failure> all() {
        return first.values();
    }
}
