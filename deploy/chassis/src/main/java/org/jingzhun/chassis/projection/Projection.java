package org.jingzhun.chassis.projection;

import java.util.List;

/**
 * What a service keeps of another service's topic. An implementation is a bean with one {@code @Incoming} method that
 * hands its batch to {@link Projecting#project}; a dead letter of the same topic is replayed through it.
 *
 * @param <E> consumer-side record: only the fields that this service reads
 */
public interface Projection<E> {

    String topic();

    /** CloudEvents types to be read, with the record each is read into; other types are passed over and counted. */
    EventTypes<E> types();

    /** What the event is about: of several events with the same key in one batch only the newest is applied. */
    Object keyOf(E event);

    /** Grows with each change of the same key. */
    long revisionOf(E event);

    /**
     * Keeps what each event of a batch says of the past, also one that a newer event of its key makes obsolete: the steps of
     * a history. Called before {@link #apply}, in the same transaction; the same events may come again and in any order.
     */
    default void applyHistory(List<E> batch) {}

    /**
     * Applies a batch, each key at most once, in one transaction, as the service itself. Must be a guarded upsert: the
     * same events may come again, and older after newer.
     */
    void apply(List<E> batch);
}
