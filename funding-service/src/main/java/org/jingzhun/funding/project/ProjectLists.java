package org.jingzhun.funding.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jingzhun.funding.catalogue.Catalogue;
import org.jingzhun.funding.catalogue.Catalogues;
import org.jingzhun.funding.codelist.CodeLists;
import org.jspecify.annotations.Nullable;

/** Holds a proposal's codes against the lists of its place and year (七个一批、十大行动、扶贫专项、“5+2”“3+1”产业). */
@ApplicationScoped
class ProjectLists {

    private final Catalogues catalogues;
    private final CodeLists codeLists;

    ProjectLists(Catalogues catalogues, CodeLists codeLists) {
        this.catalogues = catalogues;
        this.codeLists = codeLists;
    }

    /**
     * @return the versions of the lists, for the project to keep
     * @throws ProjectRefusal.UnknownCode if a list does not have a code
     */
    String requireKnown(Proposal proposal) {
        var end = LocalDate.of(proposal.year(), 12, 31);
        requireCode("projectClass", proposal.projectClass(), codeLists.listCodes("project-class", end));
        requireCode("sourceKind", proposal.sourceKind(), codeLists.listCodes("source-kind", end));
        requireCode("benefitLink", proposal.benefitLink(), codeLists.listCodes("benefit-link", end));
        List<Catalogue> used = new ArrayList<>();
        used.addAll(require("batch", proposal.batch(), proposal, end, "BATCHES"));
        used.addAll(require("action", proposal.action(), proposal, end, "ACTIONS"));
        used.addAll(require("programme", proposal.programme(), proposal, end, "PROGRAMMES"));
        used.addAll(require("industry", proposal.industry(), proposal, end, "VILLAGE_INDUSTRIES", "COUNTY_INDUSTRIES"));
        return String.join(
                ", ",
                used.stream().map(list -> list.list() + " " + list.label()).toList());
    }

    private List<Catalogue> require(
            String field, @Nullable String code, Proposal proposal, LocalDate day, String... names) {
        if (code == null) {
            return List.of();
        }
        var lists = Stream.of(names)
                .flatMap(name -> catalogues.find(name, proposal.division(), day).stream())
                .toList();
        requireCode(
                field,
                code,
                lists.stream()
                        .flatMap(list -> list.items().stream())
                        .map(Catalogue.Item::code)
                        .distinct()
                        .toList());
        return lists;
    }

    private static void requireCode(String field, @Nullable String code, List<String> known) {
        if (code != null && !known.contains(code)) {
            throw new ProjectRefusal.UnknownCode(field, known);
        }
    }
}
