package org.jingzhun.chassis.bulk;

/** What merging staged rows did to the stored ones. */
public record Merged(long inserted, long updated, long unchanged) {

    public static final Merged NOTHING = new Merged(0, 0, 0);

    public Merged plus(Merged other) {
        return new Merged(inserted + other.inserted, updated + other.updated, unchanged + other.unchanged);
    }
}
