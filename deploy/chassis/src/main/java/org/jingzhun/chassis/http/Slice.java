package org.jingzhun.chassis.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

public record Slice<T>(List<T> items, @Nullable String next) {}
