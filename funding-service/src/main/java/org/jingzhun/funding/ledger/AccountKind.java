package org.jingzhun.funding.ledger;

/** Kinds of accounts (会计科目): whose they are, what their subject is, and whether they may sink below nothing. */
public enum AccountKind {

    /** What a source gave to a county in a year: its balance is that sum below zero. */
    SOURCE(Owner.COUNTY, Subject.NONE, Limit.NONE),

    /** What is left of a county's yearly budget of a source. */
    BUDGET(Owner.COUNTY, Subject.NONE, Limit.ZERO),

    /** What a village was allocated of a source in a year. */
    VILLAGE(Owner.VILLAGE, Subject.NONE, Limit.ZERO),

    /** What was set aside for a project (项目资金); the subject is the project. */
    PROJECT(Owner.ANY, Subject.NEEDED, Limit.ZERO),

    /** Sent to the bank and not yet answered (在途资金). */
    IN_TRANSIT(Owner.COUNTY, Subject.NONE, Limit.ZERO),

    /** Reached those who were to receive it (已支付). */
    PAID(Owner.ANY, Subject.NONE, Limit.ZERO),

    /** What a fund holds (基金); the subject is the fund. */
    FUND(Owner.ANY, Subject.NEEDED, Limit.ZERO),

    /** What a risk pool holds (风险补偿金); the subject is the pool. */
    RISK_POOL(Owner.ANY, Subject.NEEDED, Limit.ZERO),

    /** What an operator, a bank or a debtor paid in, below zero; the subject is the asset, pool or fund it is for. */
    OPERATOR(Owner.ANY, Subject.NEEDED, Limit.NONE),

    /** Lost for good (核销); the subject, if any, is what it was lost by. */
    WRITTEN_OFF(Owner.ANY, Subject.POSSIBLE, Limit.ZERO);

    private enum Owner {
        COUNTY,
        VILLAGE,
        ANY
    }

    private enum Subject {
        NONE,
        POSSIBLE,
        NEEDED
    }

    private enum Limit {
        NONE,
        ZERO
    }

    private final Owner owner;
    private final Subject subject;
    private final Limit limit;

    AccountKind(Owner owner, Subject subject, Limit limit) {
        this.owner = owner;
        this.subject = subject;
        this.limit = limit;
    }

    boolean neverBelowZero() {
        return limit == Limit.ZERO;
    }

    /** Whether a voucher may move its money; what was paid out, received or lost has procedures of its own. */
    boolean movedByHand() {
        return switch (this) {
            case BUDGET, VILLAGE, PROJECT, FUND, RISK_POOL -> true;
            case SOURCE, IN_TRANSIT, PAID, OPERATOR, WRITTEN_OFF -> false;
        };
    }

    /** Whether what it holds at the end of a year goes on into the next: money that nobody has received yet. */
    public boolean carriedOver() {
        return switch (this) {
            case BUDGET, VILLAGE, PROJECT, FUND -> true;
            case SOURCE, IN_TRANSIT, PAID, RISK_POOL, OPERATOR, WRITTEN_OFF -> false;
        };
    }

    /** Whether money comes into the books by it, or leaves them by it. */
    public boolean outside() {
        return limit == Limit.NONE;
    }

    boolean mayBelongTo(boolean county) {
        return switch (owner) {
            case COUNTY -> county;
            case VILLAGE -> !county;
            case ANY -> true;
        };
    }

    boolean mayBeAbout(boolean something) {
        return switch (subject) {
            case NONE -> !something;
            case POSSIBLE -> true;
            case NEEDED -> something;
        };
    }
}
