package org.jingzhun.pairing.handbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jingzhun.pairing.visit.NeedKind;
import org.jingzhun.pairing.visit.Visit;
import org.jingzhun.pairing.visit.VisitFacts;
import org.jspecify.annotations.Nullable;

/**
 * What was needed from when until when, as visits tell: each names all needs of its day. What a visit does not name any more
 * is settled by that day, and met when help of its kind had come meanwhile, as the table {@code handbook/need-help.csv} says.
 */
final class NeedHistory {

    private NeedHistory() {}

    /** A measure that was carried out. */
    record Measure(String pathway, Need.Help help) {}

    /** What somebody gave; of the kinds of needs and offers. */
    record Gift(String kind, Need.Help help) {}

    private record Told(NeedKind kind, String text) {}

    private record Span(Told told, LocalDate from, @Nullable LocalDate to) {}

    /** @param visits without those that were corrected, the oldest first */
    static List<Need> of(List<Visit> visits, List<Measure> measures, List<Gift> gifts) {
        return spans(visits).stream().map(span -> need(span, measures, gifts)).toList();
    }

    private static List<Span> spans(List<Visit> visits) {
        Map<Told, LocalDate> open = new LinkedHashMap<>();
        List<Span> spans = new ArrayList<>();
        for (Visit visit : visits) {
            Set<Told> named = new HashSet<>();
            for (VisitFacts.Need need : visit.facts().needs()) {
                Told told = new Told(need.kind(), need.text());
                named.add(told);
                open.putIfAbsent(told, visit.visitedOn());
            }
            open.forEach((told, from) -> {
                if (!named.contains(told)) {
                    spans.add(new Span(told, from, visit.visitedOn()));
                }
            });
            open.keySet().retainAll(named);
        }
        open.forEach((told, from) -> spans.add(new Span(told, from, null)));
        return spans;
    }

    private static Need need(Span span, List<Measure> measures, List<Gift> gifts) {
        List<Need.Help> help = Stream.concat(
                        measures.stream()
                                .filter(each ->
                                        Words.answers(span.told().kind(), Need.Help.Kind.MEASURE, each.pathway()))
                                .map(Measure::help),
                        gifts.stream()
                                .filter(each -> Words.answers(span.told().kind(), Need.Help.Kind.OFFER, each.kind()))
                                .map(Gift::help))
                .filter(each -> each.arrivedWithin(span.from(), span.to()))
                .toList();
        return new Need(
                Need.Source.VISIT,
                span.told().kind().name(),
                span.told().text(),
                span.from(),
                null,
                outcome(span, help),
                span.to(),
                help);
    }

    private static Need.Outcome outcome(Span span, List<Need.Help> help) {
        if (span.to() == null) {
            return help.isEmpty() ? Need.Outcome.OPEN : Need.Outcome.PARTLY_MET;
        }
        return help.isEmpty() ? Need.Outcome.NO_LONGER_TOLD : Need.Outcome.MET;
    }
}
