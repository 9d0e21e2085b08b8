package org.jingzhun.funding.catalogue;

/** What loading a list says no to. */
public abstract sealed class CatalogueRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private CatalogueRefusal(String message) {
        super(message, null, false, false);
    }

    /** The menu is longer than the policy allows. */
    public static final class MenuTooLong extends CatalogueRefusal {
        private static final long serialVersionUID = 1L;
        private final int main;
        private final int added;

        MenuTooLong(String list, int main, int added) {
            super("Menu " + list + " must have at most " + main + " main and " + added + " added industries");
            this.main = main;
            this.added = added;
        }

        public int main() {
            return main;
        }

        public int added() {
            return added;
        }
    }
}
