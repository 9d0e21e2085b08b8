package org.jingzhun.chassis.webhook;

import java.util.UUID;

/**
 * An event of this service as its topic carried it.
 *
 * @param position its place among all events of this service
 * @param id of the CloudEvent
 * @param time of the CloudEvent, RFC 3339
 * @param key aggregate id
 * @param orderKey the household of which it tells, otherwise the key: events that have the same keep their order
 * @param division to which it belongs, 12 digits
 * @param payload JSON
 */
record LoggedEvent(
        long position,
        UUID id,
        String type,
        String source,
        String time,
        String key,
        String orderKey,
        long division,
        byte[] payload) {}
