package org.jingzhun.funding.catalogue;

/** What loading a list says no to. */
public abstract sealed class CatalogueRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private CatalogueRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is such a version, or another that begins on the same day. */
    public static final class LoadedBefore extends CatalogueRefusal {
        private static final long serialVersionUID = 1L;
        private final String version;

        LoadedBefore(String list, String version) {
            super("Version " + version + " of " + list + " must be new and begin on a day of its own");
            this.version = version;
        }

        public String version() {
            return version;
        }
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

    /** The place lies outside the caller's area. */
    public static final class OutsideArea extends CatalogueRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long division) {
            super("Division " + division + " must be within the caller's area");
        }
    }
}
