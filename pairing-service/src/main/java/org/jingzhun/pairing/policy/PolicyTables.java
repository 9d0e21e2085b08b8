package org.jingzhun.pairing.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.jingzhun.chassis.data.DataTableGroup;

/** The tables of the rules of this service. */
@ApplicationScoped
class PolicyTables implements DataTableGroup {

    private static final List<PolicyTable> TABLES = Stream.of(
                    Stream.of(new PolicyTable("weights", false, Set.of("RANK_QUOTA"))),
                    Stream.of(
                                    "rank-quotas",
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
