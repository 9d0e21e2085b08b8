package org.jingzhun.sample;

import java.util.List;

/**
 * A village with its people.
 *
 * @param division its place among the divisions
 * @param records asset records about its people, and about people who are not there
 */
public record Village(Division division, boolean poorVillage, List<Household> households, List<AssetRecord> records) {

    /** Number of all members of its households. */
    public int persons() {
        int persons = 0;
        for (Household household : households) {
            persons += household.members().size();
        }
        return persons;
    }
}
