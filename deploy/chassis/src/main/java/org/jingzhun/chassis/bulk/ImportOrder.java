package org.jingzhun.chassis.bulk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** The input of an import's job. */
record ImportOrder(String kind, ImportParameters parameters, boolean atomic, long lines) {

    @JsonIgnore
    Lines all(UUID importId) {
        return new Lines(importId, 1, lines, parameters);
    }
}
