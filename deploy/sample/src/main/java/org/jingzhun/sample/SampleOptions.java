package org.jingzhun.sample;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to make.
 *
 * @param counties prefixes of divisions, or {@code all}
 * @param seed the same seed gives the same bytes
 * @param gzip whether the files are compressed
 * @param files which files to write
 */
public record SampleOptions(List<String> counties, long seed, boolean gzip, Set<SampleFile> files) {

    /** Copies the lists. */
    public SampleOptions {
        counties = List.copyOf(counties);
        files = Set.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("files must name at least one file, such as households");
        }
    }

    /** All files of these counties, not compressed. */
    public static SampleOptions of(long seed, String... counties) {
        return new SampleOptions(List.of(counties), seed, false, EnumSet.allOf(SampleFile.class));
    }

    /** The same, compressed. */
    public SampleOptions compressed() {
        return new SampleOptions(counties, seed, true, files);
    }

    /** The same, with these files alone. */
    public SampleOptions only(SampleFile first, SampleFile... more) {
        return new SampleOptions(counties, seed, gzip, EnumSet.of(first, more));
    }
}
