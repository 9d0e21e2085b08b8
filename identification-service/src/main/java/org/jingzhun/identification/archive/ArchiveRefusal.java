package org.jingzhun.identification.archive;

import java.util.List;

/** Why a file is not verified, sealed, exported or kept otherwise. */
public sealed interface ArchiveRefusal {

    /** What came is no file of a household. */
    record NoArchive() implements ArchiveRefusal {}

    /** The file tells more than the caller may see: comparing it would tell the caller. */
    record TellsMore() implements ArchiveRefusal {}

    /** The household is not in the caller's area, or nowhere. */
    record UnknownHousehold() implements ArchiveRefusal {}

    /** Only who has the whole division may do it. */
    record NotTheWholeDivision() implements ArchiveRefusal {}

    /** A year is sealed when it is over. */
    record YearNotOver(int year) implements ArchiveRefusal {}

    /** The year of the county was sealed before, and stays so. */
    record SealedBefore(int year) implements ArchiveRefusal {}

    /** A job seals the year of the county. */
    record SealUnderWay(int year) implements ArchiveRefusal {}

    /** The job of the export has not ended. */
    record ExportUnfinished() implements ArchiveRefusal {}

    /** A schedule of this version was loaded before, and never changes. */
    record VersionTaken(String version) implements ArchiveRefusal {}

    /** A schedule must name every section of a file once. */
    record SectionsUnfitting(List<String> sections) implements ArchiveRefusal {

        public SectionsUnfitting {
            sections = List.copyOf(sections);
        }
    }
}
