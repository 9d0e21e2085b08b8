package org.jingzhun.chassis.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What waits for one receiver, by the key of its order: of each the oldest must be taken before the next is sent. */
final class Backlog {

    private static final int OF_ONE_KEY = 64;

    private final Map<String, TreeMap<Long, Waiting>> keys = new HashMap<>();
    private int size;

    Backlog(Collection<Waiting> rows) {
        rows.forEach(this::put);
    }

    int size() {
        return size;
    }

    /** How many have failed already. */
    long failures() {
        return keys.values().stream()
                .map(rows -> rows.firstEntry().getValue())
                .filter(row -> row.attempts() > 0)
                .count();
    }

    boolean holds(String key) {
        return keys.containsKey(key);
    }

    boolean holds(LoggedEvent event) {
        SortedMap<Long, Waiting> rows = keys.get(event.orderKey());
        return rows != null && rows.containsKey(event.position());
    }

    void put(Waiting row) {
        if (keys.computeIfAbsent(row.orderKey(), key -> new TreeMap<>()).put(row.position(), row) == null) {
            size++;
        }
    }

    void remove(Waiting row) {
        TreeMap<Long, Waiting> rows = keys.get(row.orderKey());
        if (rows != null && rows.remove(row.position()) != null) {
            size--;
            if (rows.isEmpty()) {
                keys.remove(row.orderKey());
            }
        }
    }

    private Stream<Waiting> heads() {
        return keys.values().stream().map(rows -> rows.firstEntry().getValue());
    }

    /** Of each key whose oldest is due, what waits, in order. */
    List<List<Waiting>> due(Instant now, int keysAtMost) {
        return heads().filter(head -> !now.isBefore(head.nextAt()))
                .sorted(Comparator.comparingLong(Waiting::position))
                .limit(keysAtMost)
                .map(head -> keys.getOrDefault(head.orderKey(), new TreeMap<>()).values().stream()
                        .limit(OF_ONE_KEY)
                        .toList())
                .toList();
    }

    /** The oldest of all, whether it is due or not. */
    Optional<Waiting> oldest() {
        return heads().min(Comparator.comparingLong(Waiting::position));
    }

    Optional<Instant> nextAt() {
        return heads().map(Waiting::nextAt).min(Comparator.naturalOrder());
    }

    void hasten(Instant now) {
        List<Waiting> all = new ArrayList<>(
                keys.values().stream().flatMap(rows -> rows.values().stream()).toList());
        all.forEach(row -> put(row.dueAt(now)));
    }
}
