package org.jingzhun.funding.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** How many industries a menu has: a county 5+2, a poor village 3+1 (“5+2”“3+1”特色产业) [seed 001]. */
enum Menu {
    COUNTY_INDUSTRIES(5, 2),
    VILLAGE_INDUSTRIES(3, 1);

    static final String MAIN = "MAIN";
    static final String ADDED = "ADDED";

    private final int main;
    private final int added;

    Menu(int main, int added) {
        this.main = main;
        this.added = added;
    }

    static Optional<Menu> find(String list) {
        return Arrays.stream(values()).filter(menu -> menu.name().equals(list)).findFirst();
    }

    /** @throws CatalogueRefusal.MenuTooLong if there are more, or of another part */
    void require(Catalogue catalogue) {
        long mains = count(catalogue, MAIN);
        long addeds = count(catalogue, ADDED);
        if (mains > main || addeds > added || mains + addeds < catalogue.items().size()) {
            throw new CatalogueRefusal.MenuTooLong(catalogue.list(), main, added);
        }
    }

    private static long count(Catalogue catalogue, String part) {
        return catalogue.items().stream()
                .filter(item -> item.part().equals(part))
                .count();
    }
}
