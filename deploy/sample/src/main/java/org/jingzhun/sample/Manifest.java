package org.jingzhun.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was made: the content of {@code sample.json}.
 *
 * @param rows rows of each file
 * @param json the whole as text
 */
public record Manifest(Counts counts, Map<SampleFile, Long> rows, String json) {

    /**
     * Numbers of a sample, or of a village of it.
     *
     * @param poorPersons persons of the truly poor households
     * @param oddities planted oddities by kind
     */
    public record Counts(
            int households, int persons, int poorHouseholds, int poorPersons, Map<Oddity, Integer> oddities) {

        static Counts none() {
            return new Counts(0, 0, 0, 0, Map.of());
        }

        static Counts of(Village village) {
            int poorHouseholds = 0;
            int poorPersons = 0;
            Map<Oddity, Integer> oddities = new EnumMap<>(Oddity.class);
            for (Household household : village.households()) {
                if (household.truth().trulyPoor()) {
                    poorHouseholds++;
                    poorPersons += household.members().size();
                }
                Oddity oddity = household.truth().oddity();
                if (oddity != null) {
                    oddities.merge(oddity, 1, Integer::sum);
                }
            }
            return new Counts(village.households().size(), village.persons(), poorHouseholds, poorPersons, oddities);
        }

        Counts plus(Counts more) {
            Map<Oddity, Integer> sum = new EnumMap<>(Oddity.class);
            sum.putAll(oddities);
            more.oddities.forEach((oddity, count) -> sum.merge(oddity, count, Integer::sum));
            return new Counts(
                    households + more.households,
                    persons + more.persons,
                    poorHouseholds + more.poorHouseholds,
                    poorPersons + more.poorPersons,
                    sum);
        }
    }

    static Manifest of(Sample sample, Counts counts, Map<SampleFile, Long> rows) {
        Parameters parameters = sample.model().parameters();
        List<CountyPlan> plans = sample.plans();
        CountyPlan first = plans.getFirst();
        int quota = plans.stream().mapToInt(CountyPlan::poorPersons).sum();
        List<String> fields = new ArrayList<>();
        fields.add(field("seed", sample.options().seed()));
        fields.add(text("county", first.county()));
        fields.add("\"counties\": ["
                + joined(plans.stream().map(plan -> "\"" + plan.county() + "\"").toList()) + "]");
        fields.add(field("year", parameters.whole("time.year")));
        fields.add(text("scorecard", "GX-2015"));
        fields.add(text("pointInTime", parameters.text("time.point")));
        fields.add(text("campaignId", sample.campaignId(first.county()).toString()));
        fields.add(field("quotaPersons", first.poorPersons()));
        fields.add(field("noticeDays", 0));
        fields.add("\"campaigns\": "
                + list(plans.stream().map(plan -> campaign(sample, plan)).toList()));
        fields.add("\"population\": {"
                + joined(List.of(
                        field("households", counts.households()),
                        field("persons", counts.persons()),
                        field(
                                "villages",
                                plans.stream()
                                        .mapToInt(plan -> plan.villages().size())
                                        .sum()),
                        field(
                                "poorVillages",
                                plans.stream()
                                        .mapToInt(CountyPlan::poorVillages)
                                        .sum())))
                + "}");
        fields.add("\"trulyPoor\": {"
                + joined(List.of(field("households", counts.poorHouseholds()), field("persons", counts.poorPersons())))
                + "}");
        fields.add("\"oddities\": {"
                + counts.oddities().entrySet().stream()
                        .map(entry -> field(entry.getKey().name(), entry.getValue()))
                        .collect(Collectors.joining(", "))
                + "}");
        fields.add("\"screening\": {"
                + joined(List.of(
                        text("confirmUntil", parameters.text("time.point")),
                        text("confirmVehicleFrom", parameters.text("asset.veto-value") + ".00")))
                + "}");
        fields.add("\"budget\": " + budget(parameters, quota));
        fields.add("\"files\": "
                + list(rows.entrySet().stream()
                        .map(entry -> file(
                                entry.getKey(),
                                entry.getValue(),
                                sample.options().gzip()))
                        .toList()));
        return new Manifest(counts, rows, "{\n  " + String.join(",\n  ", fields) + "\n}\n");
    }

    private static String campaign(Sample sample, CountyPlan plan) {
        return "{"
                + joined(List.of(
                        text("county", plan.county()),
                        text("campaignId", sample.campaignId(plan.county()).toString()),
                        field("ruralPersons", plan.ruralPersons()),
                        field("quotaPersons", plan.poorPersons())))
                + "}";
    }

    private static String file(SampleFile file, long rows, boolean gzip) {
        List<String> fields = new ArrayList<>();
        if (file.service() != null) {
            fields.add(text("service", file.service()));
            fields.add(text("kind", String.valueOf(file.kind())));
        }
        if (file.source() != null) {
            fields.add(text("source", file.source().name()));
        }
        fields.add(text("file", file.fileName(gzip)));
        fields.add(field("rows", rows));
        return "{" + joined(fields) + "}";
    }

    private static String budget(Parameters parameters, int quota) {
        BigDecimal amount = new BigDecimal(parameters.text("budget.per-poor-person"))
                .multiply(BigDecimal.valueOf(quota))
                .setScale(2);
        List<String> factors = parameters.under("budget.weight.").keySet().stream()
                .map(name -> "{"
                        + joined(List.of(
                                text("factor", name.replace('-', '_').toUpperCase(Locale.ROOT)),
                                text("weight", parameters.text("budget.weight." + name))))
                        + "}")
                .toList();
        return "{"
                + joined(List.of(
                        text("sourceName", "中央财政专项扶贫资金"),
                        text("level", "CENTRAL"),
                        field("year", parameters.whole("time.year") + 1),
                        text("amount", amount.toPlainString()),
                        "\"allocation\": {\"mode\": \"FACTOR\", \"factors\": [" + joined(factors) + "]}"))
                + "}";
    }

    private static String text(String name, String value) {
        return "\"" + name + "\": \"" + value + "\"";
    }

    private static String field(String name, long value) {
        return "\"" + name + "\": " + value;
    }

    private static String joined(List<String> fields) {
        return String.join(", ", fields);
    }

    private static String list(List<String> items) {
        return "[\n    " + String.join(",\n    ", items) + "\n  ]";
    }
}
