package org.jingzhun.identification.povertyline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a line is used for; one year has different official values for different purposes. */
@Schema(name = "LinePurpose")
public enum Purpose {
    /** Which income a household must exceed to exit (脱贫标准). */
    EXIT,
    /** What the statistics bureau counts the poor by (统计贫困线). */
    STATISTICS,
    /** Below which a household is watched for a fall into poverty (监测线). */
    MONITORING
}
