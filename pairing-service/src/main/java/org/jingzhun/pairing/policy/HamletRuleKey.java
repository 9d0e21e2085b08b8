package org.jingzhun.pairing.policy;

/** Keys of the policy {@code hamlet-rule}. */
public enum HamletRuleKey {
    /** 1 if the households of a helper must lie in one or adjacent hamlets, 0 if that is only preferred among equals. */
    ONE_OR_ADJACENT,
    /** Metres between hamlets that count as adjacent when nobody named their neighbours. */
    ADJACENT_METRES
}
