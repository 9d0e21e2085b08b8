package org.jingzhun.identification.monitoring.judging;

/**
 * A line of income of a year (监测线).
 *
 * @param id of its row
 * @param division the lowest code of where it holds; 0 is everywhere
 * @param perHeadFen a head and year, 1 or more
 * @param source the document that set it
 */
public record YearLine(long id, int year, long division, long perHeadFen, String source) {

    public YearLine {
        if (perHeadFen < 1) {
            throw new IllegalArgumentException("a line of %d fen must be 1 or more".formatted(perHeadFen));
        }
    }
}
