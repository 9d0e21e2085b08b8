package org.jingzhun.identification.archive;

/** Why a file is not verified. */
public sealed interface ArchiveRefusal {

    /** What came is no file of a household. */
    record NoArchive() implements ArchiveRefusal {}

    /** The file tells more than the caller may see: comparing it would tell the caller. */
    record TellsMore() implements ArchiveRefusal {}

    /** The household is not in the caller's area, or nowhere. */
    record UnknownHousehold() implements ArchiveRefusal {}
}
