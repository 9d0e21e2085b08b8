package org.jingzhun.identification.household.identity;

/** Why a text is no number of its kind. The sentences never repeat the number. */
public enum NumberFault {
    WRONG_LENGTH("id-number-length", "the number has the wrong length; a resident id number has 18 characters"),
    WRONG_CHARACTER("id-number-character", "the number must be digits, only the check character may be X"),
    NO_SUCH_DAY("id-number-day", "digits 7 to 14 of the number must be a day of the calendar"),
    WRONG_CHECK_CHARACTER("id-number-check", "the check character does not fit the number; look for a typing error"),
    UNKNOWN_TYPE("disability-type", "digit 19 of a disability certificate must be 1 to 7"),
    UNKNOWN_GRADE("disability-grade", "digit 20 of a disability certificate must be 1 to 4"),
    WRONG_REISSUE("disability-reissue", "a reissued certificate must end with B and a digit from 1");

    private final String code;
    private final String detail;

    NumberFault(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** The stable code, kebab-case. */
    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
