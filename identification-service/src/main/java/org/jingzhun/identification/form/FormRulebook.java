package org.jingzhun.identification.form;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jingzhun.identification.datafile.DataFile;
import org.jingzhun.identification.form.proposal.FormRules;
import org.jingzhun.identification.form.proposal.Measure;
import org.jingzhun.identification.form.proposal.Rule;
import org.jspecify.annotations.Nullable;

/** How the forms of the scorecards are filled in, read once from the data files under {@code forms}. */
@ApplicationScoped
public class FormRulebook {

    /** Stands in place of a measure for a category that a hamlet answers as a whole. */
    private static final String HAMLET = "HAMLET";

    private final Map<String, FormRules> byScorecard = new HashMap<>();

    public FormRulebook() {
        Map<String, Map<String, String>> settings = new HashMap<>();
        for (NamedCsvRecord row : DataFile.rows("forms/forms.csv")) {
            settings.computeIfAbsent(row.getField("scorecard"), none -> new HashMap<>())
                    .put(row.getField("key"), row.getField("value"));
        }
        settings.forEach((scorecard, of) -> byScorecard.put(scorecard, read(scorecard, of)));
    }

    /** The rules of a scorecard; of one without rules those that propose from earlier visits alone. */
    public FormRules of(String scorecard) {
        return byScorecard.getOrDefault(scorecard, FormRules.NONE);
    }

    private static FormRules read(String scorecard, Map<String, String> settings) {
        List<Rule> rules = new ArrayList<>();
        Set<String> places = new HashSet<>();
        for (NamedCsvRecord row : DataFile.rows("forms/" + scorecard + ".csv")) {
            if (row.getField("measure").equals(HAMLET)) {
                places.add(row.getField("category"));
            } else {
                rules.add(new Rule(
                        row.getField("category"),
                        row.getField("item"),
                        Measure.valueOf(row.getField("measure")),
                        bound(row, "above"),
                        bound(row, "from"),
                        bound(row, "to"),
                        row.getField("source")));
            }
        }
        return new FormRules(
                rules,
                places,
                Integer.parseInt(setting(settings, "hamlet-households-at-least")),
                Double.parseDouble(setting(settings, "hamlet-share-at-least")));
    }

    private static @Nullable Double bound(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? null : Double.valueOf(text);
    }

    private static String setting(Map<String, String> settings, String key) {
        return Objects.requireNonNull(settings.get(key), () -> "forms/forms.csv must have " + key);
    }
}
