package org.jingzhun.chassis.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final UUID ID = UUID.fromString("01970000-0000-7000-8000-000000000001");

    @Test
    void whatIsNotAskedForIsLeftOut() {
        Conditions none = new Conditions()
                .within("c.village_code", null)
                .equal("c.stage", null)
                .any("c.reason", null)
                .either(null, "c.ended_on is null", "c.ended_on is not null")
                .behind("c.village_code, c.id", null);
        assertThat(none).hasToString("true");
        assertThat(none.values()).isEmpty();
        assertThat(none.arguments()).isEmpty();
    }

    @Test
    void valuesAreParametersInTheirOrder() {
        Conditions all = new Conditions()
                .within("c.village_code", Area.ofPrefix("451031"))
                .equal("c.unit", TimeUnit.DAYS)
                .any("c.reason", List.of("A"))
                .either(false, "c.ended_on is null", "c.ended_on is not null")
                .behind("c.village_code, c.id", Cursor.of(451031001001L, ID));
        assertThat(all.positional())
                .isEqualTo("true and c.village_code between ? and ? and c.unit = ?"
                        + " and c.reason = any (cast(? as text[])) and c.ended_on is not null"
                        + " and (c.village_code, c.id) > (?, ?)");
        assertThat(all.arguments())
                .containsExactly(451031000000L, 451031999999L, "DAYS", new String[] {"A"}, 451031001001L, ID);
        assertThat(all.toString()).contains("c.unit = :filter2", "> (:filter4, :filter5)");
        assertThat(all.values()).containsEntry("filter2", "DAYS").containsEntry("filter5", ID);
    }
}
