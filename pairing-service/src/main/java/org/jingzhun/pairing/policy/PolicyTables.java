package org.jingzhun.pairing.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.chassis.data.DataTableGroup;

/** The tables of the rules of this service. */
@ApplicationScoped
class PolicyTables implements DataTableGroup {

    /** Quotas of units of the city and above; ranks stand for themselves in county and township. */
    private static final Set<String> QUOTAS_OF_LEVELS = Stream.of("CITY", "PROVINCE", "CENTRAL")
            .flatMap(level -> Stream.of(
                            "DIVISION_HEAD", "DEPUTY_DIVISION_HEAD", "SECTION_HEAD", "DEPUTY_SECTION_HEAD", "ORDINARY")
                    .map(rank -> level + "_" + rank))
            .collect(Collectors.toUnmodifiableSet());

    private static final List<PolicyTable> TABLES = Stream.of(
                    Stream.of(
                            new PolicyTable("weights", false, Set.of("RANK_QUOTA")),
                            new PolicyTable("rank-quotas", false, QUOTAS_OF_LEVELS)),
                    Stream.of(
                                    "villages-per-unit",
                                    "problem-days",
                                    "inspection-days",
                                    "list-days",
                                    "evaluation-grades",
                                    "evaluation-vetoes",
                                    "duty",
                                    "social-weights",
                                    "visit-rules",
                                    "hamlet-rule")
                            .map(name -> new PolicyTable(name, false)),
                    Stream.of(
                                    "link-limits",
                                    "evaluation-county",
                                    "evaluation-unit",
                                    "evaluation-helper",
                                    "evaluation-team")
                            .map(name -> new PolicyTable(name, true)))
            .flatMap(tables -> tables)
            .toList();

    @Override
    public List<PolicyTable> tables() {
        return TABLES;
    }

    /** @throws NoSuchElementException if there is none */
    static PolicyTable get(String name) {
        return TABLES.stream()
                .filter(table -> table.table().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Rule " + name + " must have a table"));
    }
}
