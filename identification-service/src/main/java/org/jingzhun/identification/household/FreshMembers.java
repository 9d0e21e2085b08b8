package org.jingzhun.identification.household;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.FreshLines;
import org.jingzhun.chassis.bulk.Lines;

/**
 * Members of whom nobody is known. The table itself allows an id and an id number once and a household one head, and the
 * join of the merge finds households that are unknown.
 */
final class FreshMembers implements FreshLines {

    private final ContradictionRules rules;

    FreshMembers(ContradictionRules rules) {
        this.rules = rules;
    }

    @Override
    public List<Check> checks() {
        return MemberChecks.ofFresh(rules);
    }

    @Override
    public long insert(Connection connection, Lines lines) throws SQLException {
        return MemberMerging.insert(connection, lines);
    }

    @Override
    public void afterInsert(Connection connection, Lines lines) throws SQLException {
        MemberMerging.add(connection, rules, lines);
    }
}
