package org.jingzhun.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.sample.Cadre.Rank;
import org.jingzhun.sample.CountyPlan.VillagePlan;
import org.jingzhun.sample.Ids.Kind;

/** Makes the units and helpers of a county: enough quota for the households of the register, a unit for each poor village. */
final class CadrePlan {

    private static final String[] DEPARTMENTS = {
        "党委办公室",
        "政府办公室",
        "组织部",
        "宣传部",
        "统战部",
        "政法委",
        "纪委监察局",
        "人大办公室",
        "政协办公室",
        "编办",
        "老干部局",
        "机关工委",
        "发展和改革局",
        "教育局",
        "科技局",
        "民族事务局",
        "公安局",
        "民政局",
        "司法局",
        "财政局",
        "人力资源和社会保障局",
        "国土资源局",
        "环境保护局",
        "住房和城乡建设局",
        "交通运输局",
        "水利局",
        "农业局",
        "林业局",
        "商务局",
        "文化体育局",
        "卫生和计划生育局",
        "审计局",
        "统计局",
        "安监局",
        "食药监局",
        "工商局",
        "质监局",
        "扶贫办",
        "水产畜牧局",
        "移民局",
        "旅游局",
        "粮食局",
        "农机局",
        "供销社",
        "总工会",
        "团县委",
        "妇联",
        "残联",
        "工商联",
        "文联",
        "科协",
        "检察院",
        "法院",
        "国税局",
        "地税局",
        "气象局",
        "烟草局",
        "邮政公司",
        "供电公司",
        "农村信用社",
        "人民医院",
        "中医院",
        "民族高中",
        "职业学校",
        "档案局",
        "党校",
        "广播电视台",
        "城市管理局",
        "招商局",
        "信访局"
    };
    private static final String[] CITY_OFFICES = {
        "教育局", "财政局", "卫生局", "农业局", "林业局", "水利局", "交通局", "民政局", "人社局", "住建委", "国土局", "扶贫办", "公安局", "旅游局", "科技局", "统计局"
    };
    private static final String[] REGION_OFFICES = {"财政厅", "教育厅", "农业厅", "水利厅", "交通运输厅", "卫生和计划生育委"};
    private static final String[] TOWNSHIP_OFFICES = {"政府", "中心校", "卫生院", "农业服务中心"};

    private static final Rank[] HIGHER_RANKS = {
        Rank.DIVISION_HEAD, Rank.DEPUTY_DIVISION_HEAD, Rank.SECTION_HEAD, Rank.DEPUTY_SECTION_HEAD
    };

    private final long seed;
    private final Divisions divisions;
    private final Model model;
    private final CountyPlan county;
    private final Draw draw;
    private final List<Unit> units = new ArrayList<>();
    private final List<Cadre> helpers = new ArrayList<>();

    private CadrePlan(long seed, Divisions divisions, Model model, CountyPlan county) {
        this.seed = seed;
        this.divisions = divisions;
        this.model = model;
        this.county = county;
        this.draw = Draw.of(seed, Long.parseLong(county.county()), 4);
    }

    static CadrePlan of(long seed, Divisions divisions, Model model, CountyPlan county) {
        CadrePlan plan = new CadrePlan(seed, divisions, model, county);
        plan.makeUnits();
        plan.makeHelpers();
        return plan;
    }

    List<Unit> units() {
        return units;
    }

    List<Cadre> helpers() {
        return helpers;
    }

    private void makeUnits() {
        List<Division> path = divisions.path(county.county() + "000000");
        String name = path.get(2).name();
        List<String> poor = new ArrayList<>(county.villages().stream()
                .filter(VillagePlan::poorVillage)
                .map(village -> village.division().code())
                .toList());
        for (String office : REGION_OFFICES) {
            unit(path.get(0).name() + office + "驻" + name + "工作队", Unit.Level.PROVINCE, poor);
        }
        for (String office : CITY_OFFICES) {
            unit(path.get(1).name() + office + "驻" + name + "工作队", Unit.Level.CITY, poor);
        }
        for (String office : DEPARTMENTS) {
            unit(name + office, Unit.Level.COUNTY, poor);
        }
        for (String office : TOWNSHIP_OFFICES) {
            for (Division township : divisions.townships(county.county())) {
                unit(township.name() + office, Unit.Level.TOWNSHIP, poor);
            }
        }
        for (int i = 1; !poor.isEmpty(); i++) {
            unit(name + "驻村工作第" + i + "分队", Unit.Level.COUNTY, poor);
        }
    }

    private void unit(String name, Unit.Level level, List<String> poor) {
        String village = poor.isEmpty() ? null : poor.remove(draw.below(poor.size()));
        units.add(new Unit(id(Kind.UNIT, units.size()), name, level, county.county() + "000000", village));
    }

    private void makeHelpers() {
        Parameters parameters = model.parameters();
        double[] ranks = parameters.numbers(
                "cadre.division-head", "cadre.deputy-division-head", "cadre.section-head", "cadre.deputy-section-head");
        double households = county.poorPersons() / parameters.number("cadre.persons-per-poor-household");
        double wanted = households * parameters.number("cadre.capacity");
        double homes = parameters.number("cadre.home-village");
        var shares = parameters.under("county." + county.county() + ".ethnic.");
        if (shares.isEmpty()) {
            shares = parameters.under("county.default.ethnic.");
        }
        String[] groups = shares.keySet().toArray(String[]::new);
        double[] weights = shares.values().stream().mapToDouble(share -> share).toArray();
        for (double quota = 0; quota < wanted; ) {
            int number = helpers.size();
            Unit unit = units.get(number < units.size() ? number : draw.below(units.size()));
            Rank rank = rank(unit.level(), ranks);
            String group = groups[draw.weighted(weights)];
            Sex sex = draw.chance(0.62) ? Sex.MALE : Sex.FEMALE;
            int born = draw.between(1957, 1992);
            String home = draw.chance(homes)
                    ? county.villages()
                            .get(draw.below(county.villages().size()))
                            .division()
                            .code()
                    : null;
            helpers.add(new Cadre(
                    id(Kind.HELPER, number),
                    model.names().surname(group, draw) + model.names().given(sex, born, draw),
                    unit.id(),
                    draw.one(posts(rank)),
                    rank,
                    skills(unit.name()),
                    home,
                    group));
            quota += rank.quota(unit.level());
        }
    }

    private static String[] posts(Rank rank) {
        return switch (rank) {
            case DIVISION_HEAD -> new String[] {"局长", "书记"};
            case DEPUTY_DIVISION_HEAD -> new String[] {"副局长", "副书记"};
            case SECTION_HEAD -> new String[] {"主任", "科长", "站长"};
            case DEPUTY_SECTION_HEAD -> new String[] {"副主任", "副科长", "副站长"};
            case ORDINARY -> new String[] {"科员", "办事员", "教师", "技术员"};
        };
    }

    /** Heads of divisions sit in units of the county and above; a township has section heads at most. */
    private Rank rank(Unit.Level level, double[] shares) {
        double left = draw.uniform();
        for (int i = 0; i < shares.length; i++) {
            left -= shares[i];
            if (left < 0) {
                return level == Unit.Level.TOWNSHIP && i < 2 ? Rank.SECTION_HEAD : HIGHER_RANKS[i];
            }
        }
        return Rank.ORDINARY;
    }

    /** What the unit's trade makes likely, and now and then something else. */
    private List<Cause> skills(String unit) {
        List<Cause> skills = new ArrayList<>();
        add(skills, unit, Cause.ILLNESS, 0.05, "卫生", "医院", "卫计");
        add(skills, unit, Cause.DISABILITY, 0.05, "残联", "民政", "医院", "卫生");
        add(skills, unit, Cause.SCHOOLING, 0.08, "教育", "学校", "中心校", "高中", "团县委");
        add(skills, unit, Cause.LACK_OF_SKILLS, 0.15, "农业", "畜牧", "人力", "人社", "职业", "科技", "科协", "林业");
        add(skills, unit, Cause.LACK_OF_FUNDS, 0.08, "财政", "信用社", "税", "供销", "扶贫");
        add(skills, unit, Cause.LACK_OF_LAND, 0.04, "国土", "农业", "林业");
        add(skills, unit, Cause.LACK_OF_WATER, 0.04, "水利");
        add(skills, unit, Cause.POOR_TRANSPORT, 0.04, "交通");
        add(skills, unit, Cause.LACK_OF_LABOUR, 0.05, "民政", "妇联");
        add(skills, unit, Cause.DISASTER, 0.03, "民政", "气象", "水利");
        return skills;
    }

    private void add(List<Cause> skills, String unit, Cause cause, double otherwise, String... trades) {
        double chance = otherwise;
        for (String trade : trades) {
            if (unit.contains(trade)) {
                chance = 0.85;
            }
        }
        if (draw.chance(chance)) {
            skills.add(cause);
        }
    }

    private UUID id(Kind kind, int number) {
        return Ids.of(kind, seed, Long.parseLong(county.county()), 0, number, 0);
    }
}
