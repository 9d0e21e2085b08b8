package org.jingzhun.pairing.link;

import java.util.UUID;

/**
 * A firm that helps villages (帮扶企业).
 *
 * @param creditCode unified social credit code (统一社会信用代码), 18 characters of GB 32100
 * @param trade what it does, as it calls it
 * @param division 12-digit code of the area in which it helps
 */
public record Enterprise(UUID id, String name, String creditCode, String trade, long division, long revision) {

    /** A code of GB 32100: digits and capitals but I, O, S, V and Z. */
    public static final String CREDIT_CODE = "[0-9A-HJ-NPQRTUWXY]{18}";
}
