package org.jingzhun.chassis.thing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

public record Thing(
        @NotNull UUID id,
        @Min(1) long villageCode,
        @NotNull @Size(min = 1, max = 20) String name,
        long revision) {}
