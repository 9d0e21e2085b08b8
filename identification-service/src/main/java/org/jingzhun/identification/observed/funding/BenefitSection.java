package org.jingzhun.identification.observed.funding;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jspecify.annotations.Nullable;

/** What a household received, as funding tells: each payment and dividend, and what they come to in each year. */
@ApplicationScoped
class BenefitSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("benefits", 1050, "补助与分红", "Benefits and dividends");
    private static final Table<PaymentRow> PAYMENTS = Table.ofRows("payments", "发放明细", "Payments", PaymentRow.class);
    private static final Table<YearRow> YEARS = Table.ofRows("years", "年度合计", "Sums of the years", YearRow.class);

    private static final String OF_HOUSEHOLDS = """
            select household_id, id, kind, benefit, asset_id, year, amount_fen, floor_fen, dividend_fen, state, paid_on,
                   source_name
            from observed_benefit where household_id = any(?) order by household_id, paid_on, id""";
    private static final String OF_YEARS = """
            select household_id, extract(year from paid_on)::integer as year, count(*)::integer as payments,
                   sum(amount_fen)::bigint as amount_fen
            from observed_benefit where household_id = any(?) and state = 'PAID' group by 1, 2 order by 1, 2""";

    /** A payment or dividend; floor and dividend are parts of what an asset paid. */
    record PaymentRow(
            UUID id,

            @Label(value = "类别", codes = "benefit-kind") String kind,
            @Label(value = "项目", codes = "benefit") String benefit,
            @Nullable UUID assetId,
            @Label("年度") int year,
            @Label("金额（元）") @Nullable String amount,
            @Label("保底（元）") @Nullable String floor,
            @Label("分红（元）") @Nullable String dividend,
            @Label(value = "状态", codes = "benefit-state") String state,
            @Label("到账日期") LocalDate paidOn,
            @Label("资金来源") @Nullable String sourceName) {}

    /** What arrived in a year and did not go back. */
    record YearRow(
            @Label("到账年度") int year,
            @Label("笔数") int payments,
            @Label("合计（元）") @Nullable String amount) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(PAYMENTS, OF_HOUSEHOLDS, BenefitSection::payment);
        reading.table(
                YEARS,
                OF_YEARS,
                row -> new YearRow(row.getInt("year"), row.getInt("payments"), Values.yuan(row, "amount_fen")));
    }

    private static PaymentRow payment(ResultSet row) throws SQLException {
        return new PaymentRow(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("benefit"),
                row.getObject("asset_id", UUID.class),
                row.getInt("year"),
                Values.yuan(row, "amount_fen"),
                Values.yuan(row, "floor_fen"),
                Values.yuan(row, "dividend_fen"),
                row.getString("state"),
                requireNonNull(Values.day(row, "paid_on")),
                row.getString("source_name"));
    }
}
