package org.jingzhun.chassis.job;

/**
 * One kind of long work. Implementations are CDI beans; {@link Jobs#submit} queues work for them by name.
 *
 * <p>A run may end at any line with its process. It is then begun again, by this or another replica, with the last
 * committed checkpoint. Work done inside {@link JobRun#inChunk} is done once; anything else must bear repetition.
 */
public interface JobKind {

    /** Stable, kebab-case. */
    String kind();

    /**
     * Does the work, outside of any transaction, as the caller who submitted it.
     *
     * @return how it ended
     * @throws org.jingzhun.chassis.http.ProblemException a refusal: the job fails with this problem at once
     * @throws Exception anything else: the job is tried again some seconds later, a few times
     */
    Outcome run(JobRun run) throws Exception;
}
