package org.jingzhun.chassis.deadletter;

import java.time.Instant;
import java.util.UUID;
import org.jingzhun.chassis.projection.Message;
import org.jspecify.annotations.Nullable;

/** A message that could not be read, with the reason. */
public record DeadLetter(
        UUID id,
        Message message,
        String reason,
        Instant receivedAt,
        @Nullable Instant replayedAt) {}
