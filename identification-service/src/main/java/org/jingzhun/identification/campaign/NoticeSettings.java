package org.jingzhun.identification.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What public notices show. */
@ConfigMapping(prefix = "jingzhun.identification.notice")
interface NoticeSettings {

    /** How much of a householder's name is shown. */
    @WithDefault("SURNAME")
    NameShown name();

    /** Amounts of a name. */
    enum NameShown {
        WHOLE,
        /** The first character; the others become asterisks. */
        SURNAME
    }
}
