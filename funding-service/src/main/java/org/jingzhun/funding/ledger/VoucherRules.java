package org.jingzhun.funding.ledger;

import java.util.List;

/**
 * What a voucher written by hand may move: money stays within one source and one year, or nobody could follow it, and
 * what is paid out, received or written off goes through the procedure that answers for it.
 */
final class VoucherRules {

    private VoucherRules() {}

    /**
     * @param accounts that give and take, in turn
     * @throws LedgerRefusal if the voucher moves what it may not
     */
    static void check(Voucher voucher, List<Account> accounts) {
        for (var account : accounts) {
            if (!account.key().kind().movedByHand()) {
                throw new LedgerRefusal.NotByHand(account.key().kind());
            }
        }
        for (int t = 0; t < voucher.transfers().size(); t++) {
            var from = accounts.get(2 * t).key();
            var to = accounts.get(2 * t + 1).key();
            if (from.equals(to)) {
                throw new LedgerRefusal.SameAccount(voucher.transfers().get(t).from());
            }
            if (!from.sourceId().equals(to.sourceId()) || from.year() != to.year()) {
                throw new LedgerRefusal.MoneyMixed();
            }
        }
    }
}
