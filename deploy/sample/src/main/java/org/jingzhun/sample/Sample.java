package org.jingzhun.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.sample.Ids.Kind;

/**
 * A synthetic population of one or more counties. Villages are made one by one from the seed and need no memory of each
 * other: {@code Sample.of(SampleOptions.of(42, "451031")).writeTo(folder)} writes the files,
 * {@code village("451031100201")} makes one village.
 */
public final class Sample {

    private final SampleOptions options;
    private final Divisions divisions = Divisions.standard();
    private final Model model = Model.of(Parameters.standard());
    private final Map<String, CountyPlan> plans = new LinkedHashMap<>();

    private Sample(SampleOptions options) {
        this.options = options;
        for (String county : divisions.counties(options.counties())) {
            plans.put(county, CountyPlan.of(county, options.seed(), divisions, model.parameters()));
        }
    }

    /** @throws IllegalArgumentException when a county does not exist */
    public static Sample of(SampleOptions options) {
        return new Sample(options);
    }

    /** Writes the files and {@code sample.json}; files of an earlier run are replaced. */
    public Manifest writeTo(Path folder) throws IOException {
        return new SampleWriter(this, folder).write();
    }

    /** Six-digit codes of the counties. */
    public List<String> counties() {
        return List.copyOf(plans.keySet());
    }

    /** Twelve-digit codes of all villages, in the order of the files. */
    public List<String> villageCodes() {
        List<String> codes = new ArrayList<>();
        for (CountyPlan plan : plans.values()) {
            plan.villages().forEach(village -> codes.add(village.division().code()));
        }
        return codes;
    }

    /**
     * Makes one village.
     *
     * @throws IllegalArgumentException when it is not in the sample
     */
    public Village village(String code) {
        return Optional.ofNullable(plans.get(code.substring(0, Math.min(6, code.length()))))
                .flatMap(plan -> plan.villages().stream()
                        .filter(village -> village.division().code().equals(code))
                        .findFirst()
                        .map(village -> maker(plan).make(village)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "village (" + code + ") must be one of the counties " + counties()));
    }

    /** All villages in the order of the files, each made when it is asked for. */
    public Stream<Village> villages() {
        return plans.values().stream().flatMap(plan -> {
            VillageMaker maker = maker(plan);
            return plan.villages().stream().map(maker::make);
        });
    }

    /** Units of a county. */
    public List<Unit> units(String county) {
        return cadres(county).units();
    }

    /** Helpers of a county. */
    public List<Cadre> helpers(String county) {
        return cadres(county).helpers();
    }

    /** Id of a county's campaign. */
    public UUID campaignId(String county) {
        return Ids.of(Kind.CAMPAIGN, options.seed(), Long.parseLong(county), 0, 0, 0);
    }

    /** Persons that the campaign of a county may register (规模控制). */
    public int quotaPersons(String county) {
        return plan(county).poorPersons();
    }

    SampleOptions options() {
        return options;
    }

    Divisions divisions() {
        return divisions;
    }

    Model model() {
        return model;
    }

    List<CountyPlan> plans() {
        return List.copyOf(plans.values());
    }

    VillageMaker maker(CountyPlan plan) {
        return new VillageMaker(options.seed(), divisions, model, plan);
    }

    CadrePlan cadres(String county) {
        return CadrePlan.of(options.seed(), divisions, model, plan(county));
    }

    private CountyPlan plan(String county) {
        return Optional.ofNullable(plans.get(county))
                .orElseThrow(
                        () -> new IllegalArgumentException("county (" + county + ") must be one of " + counties()));
    }

    /** Entry of the command line: see {@link CommandLine}. */
    public static void main(String[] arguments) throws IOException {
        int status = new CommandLine(System.out, System.err).run(List.of(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }
}
