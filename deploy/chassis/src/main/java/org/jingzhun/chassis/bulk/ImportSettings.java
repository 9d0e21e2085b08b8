package org.jingzhun.chassis.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of imports. */
@ConfigMapping(prefix = "jingzhun.imports")
public interface ImportSettings {

    /** Bytes of a body, unpacked. */
    @WithDefault("8589934592")
    long bytesAtMost();

    /** Bytes of a line. */
    @WithDefault("262144")
    int lineBytesAtMost();

    /** How long an upload may take. */
    @WithDefault("1h")
    Duration upload();

    /** How long rejected rows are kept: they may hold personal data. */
    @WithDefault("30d")
    Duration rejectionsKept();
}
