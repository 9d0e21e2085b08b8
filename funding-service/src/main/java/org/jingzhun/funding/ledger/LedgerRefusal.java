package org.jingzhun.funding.ledger;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/** What the ledger says no to. */
public abstract sealed class LedgerRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LedgerRefusal(String message) {
        super(message, null, false, false);
    }

    /** An account would sink below its limit (超支). */
    public static final class Overdrawn extends LedgerRefusal {
        private static final long serialVersionUID = 1L;
        private final transient AccountKey account;
        private final transient Money available;
        private final transient Money asked;

        Overdrawn(AccountKey account, Money available, Money asked) {
            super("Account " + account + " (" + available + " yuan) must hold " + asked + " yuan");
            this.account = account;
            this.available = available;
            this.asked = asked;
        }

        public AccountKey account() {
            return account;
        }

        /** What is in the account. */
        public Money available() {
            return available;
        }

        /** What was to leave it. */
        public Money asked() {
            return asked;
        }
    }

    /** The business key stands in the journal already. */
    public static final class PostedBefore extends LedgerRefusal {
        private static final long serialVersionUID = 1L;
        private final String businessKey;

        PostedBefore(String businessKey) {
            super("Entry " + businessKey + " must be posted once");
            this.businessKey = businessKey;
        }

        public String businessKey() {
            return businessKey;
        }
    }

    /** There is no such entry, or not in the caller's area. */
    public static final class UnknownEntry extends LedgerRefusal {
        private static final long serialVersionUID = 1L;

        UnknownEntry(UUID id) {
            super("Journal entry " + id + " must exist");
        }
    }

    /** What a procedure posted is undone by its own step, and a reversal not at all: it is posted anew. */
    public static final class NotReversible extends LedgerRefusal {
        private static final long serialVersionUID = 1L;
        private final JournalEntry.Kind kind;

        NotReversible(JournalEntry.Kind kind) {
            super("Entry of kind " + kind + " must not be reversed here");
            this.kind = kind;
        }

        public JournalEntry.Kind kind() {
            return kind;
        }
    }

    /** There is no such account in the county's books, or not in the caller's area. */
    public static final class UnknownAccount extends LedgerRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID account;

        UnknownAccount(UUID account) {
            super("Account " + account + " must exist");
            this.account = account;
        }

        public UUID account() {
            return account;
        }
    }

    /** An account of this kind is not moved by a voucher. */
    public static final class NotByHand extends LedgerRefusal {
        private static final long serialVersionUID = 1L;
        private final AccountKind kind;

        NotByHand(AccountKind kind) {
            super("An account of kind " + kind + " must be moved by its procedure");
            this.kind = kind;
        }

        public AccountKind kind() {
            return kind;
        }
    }

    /** Money would go to where it came from. */
    public static final class SameAccount extends LedgerRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID account;

        SameAccount(UUID account) {
            super("Money of account " + account + " must go to another");
            this.account = account;
        }

        public UUID account() {
            return account;
        }
    }

    /** A voucher would turn one source's or year's money into another's. */
    public static final class MoneyMixed extends LedgerRefusal {
        private static final long serialVersionUID = 1L;

        MoneyMixed() {
            super("The accounts of a transfer must be of one source and one year");
        }
    }

    /** The client's key stands under another voucher. */
    public static final class KeyReused extends LedgerRefusal {
        private static final long serialVersionUID = 1L;

        KeyReused() {
            super("An Idempotency-Key must stand for one voucher");
        }
    }

    /** A voucher moves more than there is money. */
    public static final class BeyondLimit extends LedgerRefusal {
        private static final long serialVersionUID = 1L;

        BeyondLimit() {
            super("The transfers of a voucher must sum to 100 trillion yuan at most");
        }
    }
}
