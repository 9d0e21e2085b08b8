package org.jingzhun.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private final ObjectMapper json = new ObjectMapper();

    StrictJsonTest() {
        new StrictJson().customize(json);
    }

    record Named(@Nullable UUID id) {}

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x"})
    void whatIsNoIdIsNotTakenForNone(String id) {
        assertThatThrownBy(() -> json.readValue("{\"id\":\"" + id + "\"}", Named.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void noIdIsNull() throws Exception {
        assertThat(json.readValue("{\"id\":null}", Named.class).id()).isNull();
    }
}
