package org.jingzhun.funding.budgetrule;

/** What recording figures of the treasury says no to. */
public abstract sealed class FiscalRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FiscalRefusal(String message) {
        super(message, null, false, false);
    }

    /** The document has this figure of that day already. */
    public static final class RecordedBefore extends FiscalRefusal {
        private static final long serialVersionUID = 1L;
        private final String documentNumber;

        RecordedBefore(String documentNumber) {
            super("Figure of document " + documentNumber + " must be recorded once");
            this.documentNumber = documentNumber;
        }

        public String documentNumber() {
            return documentNumber;
        }
    }

    /** The county lies outside the caller's area. */
    public static final class OutsideArea extends FiscalRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long county) {
            super("County " + county + " must be within the caller's area");
        }
    }

    /** The county lies outside the caller's area, who therefore does not see it. */
    public static final class UnknownCounty extends FiscalRefusal {
        private static final long serialVersionUID = 1L;

        UnknownCounty(long county) {
            super("County " + county + " must be within the caller's area to be seen");
        }
    }

    /** A factor-based fund needs a name, and nothing else may have one. */
    public static final class FundMismatch extends FiscalRefusal {
        private static final long serialVersionUID = 1L;
        private final FiscalItem item;

        FundMismatch(FiscalItem item) {
            super("Item " + item + " must agree with the name of the fund");
            this.item = item;
        }

        public FiscalItem item() {
            return item;
        }
    }

    /** More was listed for poverty work than came. */
    public static final class SeparateAboveAmount extends FiscalRefusal {
        private static final long serialVersionUID = 1L;

        SeparateAboveAmount() {
            super("What is listed separately must not be more than the fund");
        }
    }
}
