package org.jingzhun.identification.access;

/** The names of the roles as they stand in a token's groups. */
public final class Role {

    public static final String SURVEYOR = "surveyor";
    public static final String VILLAGE_OFFICER = "village-officer";
    public static final String TOWNSHIP_OFFICER = "township-officer";
    public static final String COUNTY_OFFICER = "county-officer";
    public static final String CITY_OFFICER = "city-officer";
    public static final String REGION_OFFICER = "region-officer";
    public static final String AUDITOR = "auditor";
    public static final String SUPERVISOR = "supervisor";
    public static final String HELPER = "helper";
    public static final String FINANCE_OFFICER = "finance-officer";
    public static final String SYSTEM = "system";
    /** Who keeps the normative data of an area: standards, scorecards, official figures. */
    public static final String ADMIN = "admin";

    private Role() {}
}
