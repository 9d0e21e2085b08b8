package org.jingzhun.sample;

/**
 * A division (行政区划): province, city, county, township or village.
 *
 * @param code twelve digits
 * @param parent code of the division above; empty for a province
 */
public record Division(String code, String name, Level level, String parent) {

    /** Level of a division, from the widest to the narrowest. */
    public enum Level {
        PROVINCE,
        CITY,
        COUNTY,
        TOWNSHIP,
        VILLAGE
    }

    /** The shortest prefix that names the county: six digits. */
    String county() {
        return code.substring(0, 6);
    }

    /** An urban community (社区): by the statistical codes the tenth digit is 0. */
    boolean community() {
        return level == Level.VILLAGE && code.charAt(9) == '0';
    }

    /** The name without the words for its committee: 含山村 for 含山村委会. */
    String shortName() {
        for (String committee : new String[] {"居民委员会", "村民委员会", "委员会", "居委会", "委会"}) {
            if (name.endsWith(committee) && name.length() > committee.length() + 1) {
                String rest = name.substring(0, name.length() - committee.length());
                return committee.startsWith("村民") ? rest + "村" : rest;
            }
        }
        return name;
    }
}
