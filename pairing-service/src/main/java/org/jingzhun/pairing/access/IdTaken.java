package org.jingzhun.pairing.access;

import java.io.Serial;
import java.util.UUID;

/** Something else stands under the id already (编号已被占用): what was sent is not taken. */
public final class IdTaken extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private IdTaken(UUID id) {
        super(id + " stands with other content", null, false, false);
    }

    /**
     * Lets the same content pass when it comes again.
     *
     * @param same whether what stands under the id says what was sent
     * @throws IdTaken otherwise
     */
    public static void unless(boolean same, UUID id) {
        if (!same) {
            throw new IdTaken(id);
        }
    }
}
