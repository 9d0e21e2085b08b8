package org.jingzhun.identification.testing;

/**
 * The county and the {@value #PERSONS} persons that a story draws, so that no two clash: a new story takes a line here.
 * Persons below 0 were born before 1950. {@code LotTest} compares the lots with each other and with the stories that name theirs themselves.
 */
public enum Lot {
    VISIT_TIMES("450461", -6000),
    VISIT_TIMES_SET("450480", -5900),
    CONTRADICTIONS("450462", -5800),
    CONTRADICTIONS_LOADED("450467", -5700),
    IMPORT_HEADERS("450463", -5600),
    MEETINGS("450464", -5500),
    MEETINGS_OF_TRANSITIONS("450465", -5400),
    REPLAY("450466", -5300),
    DROP_OUT_EXIT("450468", -5100),
    DROP_OUT_MONITORING("450469", -5000),
    MONITORING_NOTICES("450470", -4900),
    MONITORING_TOLD_AGAIN("450471", -4800),
    TOLD_INCOMES("450472", -4700),
    BULK_EXIT_PLANS("450473", -4600),
    BULK_SPECIAL_STEPS("450474", -4500),
    BULK_QUALITY_FINDINGS("450475", -4400),
    APPRAISED_SIMULATION("450476", -4300),
    COMPLETE_DELIVERIES("450477", -4200),
    DELIVERY_KINDS("450479", -4000),
    VILLAGE_TARGETS("450478", -4100),
    SCORED_ANEW("450481", -3900),
    SCORED_ANEW_REFUSED("450482", -3800),
    TOLD_CORRECTED("450483", -3700),
    PERMISSIONS("450430", -3600),
    SEALING_ROTATION("450440", -3500),
    NOBODY_WITHIN("450671", -6100),
    CHANGED_SIMULATION("450672", -6200),
    EXIT_WITHOUT_LINE("450673", -6300),
    NEVER_EXITED("450674", -6400),
    HASHES_ON_THE_MOVE("450675", -6500);

    public static final int PERSONS = 100;

    private final String county;
    private final int firstPerson;

    Lot(String county, int firstPerson) {
        this.county = county;
        this.firstPerson = firstPerson;
    }

    /** Six digits. */
    public String code() {
        return county;
    }

    /** The number of the first person; the last is {@code firstPerson + PERSONS - 1}. */
    public int firstPerson() {
        return firstPerson;
    }

    /** The county, made anew, with villages of its one township. */
    public County county(int villages) {
        return new County(county, firstPerson, villages);
    }
}
