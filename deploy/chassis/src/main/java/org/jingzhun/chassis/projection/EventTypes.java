package org.jingzhun.chassis.projection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which record each CloudEvents type is read into. */
public record EventTypes<E>(Map<String, Class<? extends E>> recordByType) {

    public EventTypes {
        recordByType = Map.copyOf(recordByType);
    }

    /** All these types carry the same state. */
    public static <E> EventTypes<E> all(Class<E> record, String... types) {
        var all = new java.util.HashMap<String, Class<? extends E>>();
        for (String type : types) {
            all.put(type, record);
        }
        return new EventTypes<>(all);
    }

    @Nullable
    Class<? extends E> find(String type) {
        return recordByType.get(type);
    }
}
