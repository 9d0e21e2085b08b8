package org.jingzhun.pairing.planning;

import java.util.Set;
import org.jingzhun.pairing.access.Role;

/** The offices that make plans for their areas. */
final class Offices {

    static final Set<String> PLANNING = Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER);

    private Offices() {}
}
