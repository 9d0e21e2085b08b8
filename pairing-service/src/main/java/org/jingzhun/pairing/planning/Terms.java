package org.jingzhun.pairing.planning;

import org.jingzhun.pairing.pairing.matching.Weights;
import org.jspecify.annotations.Nullable;

/**
 * By which policies a plan is computed.
 *
 * @param rankQuotas version of the quotas
 * @param weightSet version of the weights; {@code null} when the plan brings its own
 * @param includeExited whether exited households without a helper get one (脱贫不脱帮扶); those with one keep it anyway
 * @param mostMoves households that may get another helper; {@code null} without a limit
 * @param hamletPolicy version of the rule of hamlets; {@code null} when the plan brings its own
 * @param oneOrAdjacentHamlets whether the households of a helper must lie in one or adjacent hamlets
 */
public record Terms(
        String rankQuotas,
        @Nullable String weightSet,
        Weights weights,
        boolean includeExited,
        @Nullable Integer mostMoves,
        @Nullable String hamletPolicy,
        boolean oneOrAdjacentHamlets) {}
