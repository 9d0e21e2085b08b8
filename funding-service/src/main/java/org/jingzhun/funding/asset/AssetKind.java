package org.jingzhun.funding.asset;

/** What fund money built (扶贫资产类别); the first four are those that the decision names. */
public enum AssetKind {
    FACILITY_FARMING,
    BREEDING,
    HYDROPOWER,
    RURAL_TOURISM,
    PHOTOVOLTAIC,
    PROCESSING,
    OTHER
}
