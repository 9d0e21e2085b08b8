package org.jingzhun.identification.exit;

import java.util.List;

/**
 * The two sides that sign (双认定).
 *
 * @param recognisedBy for the household, village or county itself
 * @param certifiedBy the team, 2 or more
 */
public record Recognition(String recognisedBy, List<String> certifiedBy) {

    public static final int FEWEST_CERTIFIERS = 2;
    public static final int MOST_CERTIFIERS = 20;
    public static final int LONGEST_NAME = 100;

    public Recognition {
        certifiedBy = List.copyOf(certifiedBy);
    }
}
