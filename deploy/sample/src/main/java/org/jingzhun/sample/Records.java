package org.jingzhun.sample;

import java.time.LocalDate;
import java.util.List;
import org.jingzhun.sample.AssetRecord.Source;
import org.jspecify.annotations.Nullable;

/** Makes the records that other departments hold about the people of a village, and about people who are not there. */
final class Records {

    private static final String[] CARS = {"小型普通客车", "小型轿车", "轻型普通货车", "面包车", "小型越野客车"};
    private static final String[] SMALL = {"普通二轮摩托车", "正三轮载货摩托车", "轻便摩托车"};
    private static final String[] SHOPS = {"个体工商户 餐饮店", "个体工商户 百货店", "有限责任公司 法定代表人", "个体工商户 汽车修理", "个体工商户 农家乐"};
    private static final String[] POSTS = {"事业单位在编 教师", "乡镇机关在编", "事业单位在编 医生", "机关退休人员", "县直机关在编"};
    private static final String[] HOUSES = {"县城商品房", "市区商品房", "集镇自建门面房", "县城二手房"};

    private static final int YOUNGEST = 25;
    private static final int AGES = 45;

    private final double car;
    private final double small;
    private final double company;
    private final double payroll;
    private final double housing;
    private final double outsiders;
    private final double wellAbove;
    private final int vetoValue;
    private final LocalDate timePoint;

    Records(Parameters parameters) {
        car = parameters.number("asset.vehicle");
        small = parameters.number("asset.small-vehicle");
        company = parameters.number("asset.company");
        payroll = parameters.number("asset.payroll");
        housing = parameters.number("asset.housing");
        outsiders = parameters.number("asset.outsiders");
        wellAbove = parameters.number("asset.well-above");
        vetoValue = parameters.whole("asset.veto-value");
        timePoint = LocalDate.parse(parameters.text("time.point"));
    }

    /** What an ordinary household owns: motorcycles everywhere; cars, shops, posts and flats where there is money. */
    void ordinary(List<Member> members, double height, List<AssetRecord> records, Draw draw) {
        if (draw.chance(small)) {
            records.add(
                    record(Source.VEHICLE, adult(members, draw), draw.one(SMALL), draw.between(15, 90) * 100, draw));
        }
        if (height < wellAbove) {
            return;
        }
        if (draw.chance(car)) {
            records.add(asset(Source.VEHICLE, members, draw));
        }
        if (draw.chance(company)) {
            records.add(asset(Source.COMPANY, members, draw));
        }
        if (draw.chance(payroll)) {
            records.add(asset(Source.PAYROLL, members, draw));
        }
        if (draw.chance(housing)) {
            records.add(asset(Source.HOUSING, members, draw));
        }
    }

    /** What a planted oddity leaves in the departments' registers. */
    void planted(Oddity oddity, List<Member> members, List<AssetRecord> records, Draw draw) {
        switch (oddity) {
            case HIDDEN_VEHICLE -> records.add(asset(Source.VEHICLE, members, draw));
            case HIDDEN_SHOP -> records.add(asset(Source.COMPANY, members, draw));
            case PAYROLL_MEMBER -> records.add(asset(Source.PAYROLL, members, draw));
            case SECOND_HOUSE -> records.add(asset(Source.HOUSING, members, draw));
            case LATER_ASSET -> {
                AssetRecord now = asset(draw.one(Source.values()), members, draw);
                records.add(new AssetRecord(
                        now.source(),
                        now.idNumber(),
                        now.fact(),
                        timePoint.plusDays(draw.between(20, 75)),
                        now.valueYuan()));
            }
            case SPLIT_FAMILY, MISSED_POOR -> {}
        }
    }

    /** Records of people who are registered in no village. */
    void outsiders(int households, IdNumbers numbers, List<AssetRecord> records, Draw draw) {
        int count = (int) (households * outsiders);
        int start = draw.below(AGES);
        for (int i = 0; i < count; i++) {
            String number = numbers.next(YOUNGEST + (start + i) % AGES).number();
            AssetRecord record = asset(draw.one(Source.values()), number, draw);
            records.add(draw.below(records.size() + 1), record);
        }
    }

    private AssetRecord asset(Source source, List<Member> members, Draw draw) {
        return asset(source, adult(members, draw), draw);
    }

    private AssetRecord asset(Source source, String idNumber, Draw draw) {
        return switch (source) {
            case VEHICLE -> {
                int value = (vetoValue / 1000 + draw.between(1, 90)) * 1000;
                yield record(source, idNumber, draw.one(CARS), value, draw);
            }
            case HOUSING -> {
                int area = draw.between(60, 140);
                String fact = draw.one(HOUSES) + " " + area + "平方米";
                yield record(source, idNumber, fact, area * draw.between(18, 42) * 100, draw);
            }
            case COMPANY -> record(source, idNumber, draw.one(SHOPS), draw.between(3, 60) * 10_000, draw);
            case PAYROLL -> record(source, idNumber, draw.one(POSTS), null, draw);
        };
    }

    private AssetRecord record(Source source, String idNumber, String fact, @Nullable Integer value, Draw draw) {
        return new AssetRecord(source, idNumber, fact, timePoint.minusDays(draw.between(60, 3_000)), value);
    }

    /** An adult of the household, preferably able to work. */
    private static String adult(List<Member> members, Draw draw) {
        int start = draw.below(members.size());
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get((start + i) % members.size());
            if (member.labourer() && member.age() >= 20) {
                return member.idNumber();
            }
        }
        return members.getFirst().idNumber();
    }
}
