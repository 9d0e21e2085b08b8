package org.jingzhun.identification.special.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.special.SpecialCounting;
import org.jingzhun.identification.special.SpecialRegister;
import org.jingzhun.identification.special.Stage;
import org.jingzhun.identification.special.facts.SchoolLevel;
import org.jingzhun.identification.statistics.Headcount;
import org.jingzhun.identification.statistics.Percent;
import org.jingzhun.identification.statistics.Question;
import org.jspecify.annotations.Nullable;

/** The numbers of the special registers: households and persons, with what shares are a part of. */
public final class SpecialViews {

    static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";

    private SpecialViews() {}

    /** Records by place, register, stage and kind. */
    @Schema(name = "SpecialCounts")
    public record CountsView(LocalDate asOf, String source, List<CountRow> items) {}

    /**
     * @param stage absent for the whole register; a household may be counted at several stages
     * @param kind level of school, kind or settlement; absent for the whole, and of patients and disabilities
     */
    @Schema(name = "SpecialCountRow")
    public record CountRow(
            String division,
            SpecialRegister register,
            @Nullable Stage stage,
            @Nullable String kind,
            Headcount count) {}

    /** Retention (巩固率) by place and level of school. */
    @Schema(name = "SchoolRetention")
    public record RetentionView(int schoolYear, String denominator, List<RetentionRow> items) {}

    /**
     * @param enrolled attended the school year: the denominator
     * @param retained of those had not dropped out at its end, or today while it lasts: the numerator
     * @param retainedPercent persons
     */
    @Schema(name = "SchoolRetentionRow")
    public record RetentionRow(
            String division,
            SchoolLevel level,
            Headcount enrolled,
            Headcount retained,
            @Nullable BigDecimal retainedPercent) {}

    /** Households with a holder of a certificate (户均1人持证) by place and status. */
    @Schema(name = "CertificateCoverage")
    public record CoverageView(LocalDate asOf, String denominator, List<CoverageRow> items) {}

    /**
     * @param status of the households on the register
     * @param registered all of them: the denominator
     * @param covered households with a holder or more: the numerator; and the holders
     * @param coveredPercent households
     */
    @Schema(name = "CertificateCoverageRow")
    public record CoverageRow(
            String division,
            String status,
            Headcount registered,
            Headcount covered,
            @Nullable BigDecimal coveredPercent) {}

    static CountsView counts(Question question, List<SpecialCounting.Count> counts) {
        return new CountsView(
                question.asOf(),
                "special registers of this service as they stand now; of a relocation every member of the household",
                counts.stream()
                        .map(each -> new CountRow(
                                DivisionCode.text(each.place()),
                                each.register(),
                                each.stage(),
                                each.kind(),
                                each.count()))
                        .toList());
    }

    static RetentionView retention(Question question, List<SpecialCounting.Retention> rows) {
        return new RetentionView(
                question.year(),
                "students on record who attended the school year, without those who died or were recorded by mistake",
                rows.stream()
                        .map(each -> new RetentionRow(
                                DivisionCode.text(each.place()),
                                each.level(),
                                each.enrolled(),
                                each.retained(),
                                Percent.of(
                                        each.retained().persons(),
                                        each.enrolled().persons())))
                        .toList());
    }

    static CoverageView coverage(Question question, List<SpecialCounting.Coverage> rows) {
        return new CoverageView(
                question.asOf(),
                "households of the status on the poverty register",
                rows.stream()
                        .map(each -> new CoverageRow(
                                DivisionCode.text(each.place()),
                                each.status(),
                                each.all(),
                                each.covered(),
                                Percent.of(
                                        each.covered().households(), each.all().households())))
                        .toList());
    }
}
