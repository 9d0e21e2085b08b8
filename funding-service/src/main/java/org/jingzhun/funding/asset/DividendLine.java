package org.jingzhun.funding.asset;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.asset.share.Dividends;
import org.jspecify.annotations.Nullable;

/**
 * What one holder gets of a distribution.
 *
 * @param paidOn when it arrived
 * @param releasedOn when it went to the collective instead, because it could not be paid
 */
public record DividendLine(
        UUID id,
        UUID dividendId,
        Dividends.Line line,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate releasedOn) {}
