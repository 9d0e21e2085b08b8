package org.jingzhun.standalone;

/** What is done once with a suite whose data is new, through its public interfaces alone. */
@FunctionalInterface
interface FirstRun {

    /**
     * Drives the suite to the end. Doing it again after an interruption must change nothing that is already done.
     *
     * @throws SuiteFailure if the suite does not do what it should
     */
    void drive(SuiteAddresses suite, TokenSource tokens, Progress progress);
}
