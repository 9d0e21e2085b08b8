package org.jingzhun.chassis.job;

/**
 * What a chunk of work leaves behind.
 *
 * @param checkpoint from where to go on; becomes JSON
 * @param done units of work done since the job began, compared with its total
 */
public record Progress(Object checkpoint, long done) {

    public Progress {
        if (done < 0) {
            throw new IllegalArgumentException("done (" + done + ") must not be negative");
        }
    }
}
