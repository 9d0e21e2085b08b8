package org.jingzhun.funding.asset;

import java.util.UUID;
import org.jingzhun.funding.asset.share.Dividends;

/** What one holder gets of a distribution. */
public record DividendLine(UUID id, UUID dividendId, Dividends.Line line) {}
