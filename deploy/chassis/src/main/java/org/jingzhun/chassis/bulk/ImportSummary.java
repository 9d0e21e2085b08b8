package org.jingzhun.chassis.bulk;

import java.util.UUID;

/**
 * What became of an import; the result of its job.
 *
 * @param lines the last line's number
 * @param rejected rows that did not go in
 */
public record ImportSummary(
        UUID importId, String kind, long lines, long rejected, long inserted, long updated, long unchanged) {}
