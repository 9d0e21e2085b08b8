package org.jingzhun.funding.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** Members of mutual-aid funds with their history, as far as the caller's area reaches. */
@ApplicationScoped
public class FundMembers {

    private static final String LIST = """
            select * from fund_member where fund_id = ? and (?::uuid is null or household_id > ?::uuid) and left_on is null
            order by household_id limit ?
            """;

    /** Others of the applicant's group who owe nothing overdue. */
    private static final String VOUCHING = """
            select count(*) from fund_member m
            join fund_member a on a.fund_id = m.fund_id and a.household_id = ? and a.left_on is null
              and a.group_number = m.group_number
            where m.fund_id = ? and m.left_on is null and m.household_id = any(?::uuid[]) and m.household_id <> a.household_id
              and not exists (select from fund_aid d where d.fund_id = m.fund_id and d.household_id = m.household_id
                              and d.stage = 'PAID' and d.due_on < ?)
            """;

    private final Database database;

    FundMembers(Database database) {
        this.database = database;
    }

    /** @return whether it was no member yet */
    boolean add(UUID fund, FundMember member) {
        return database.execute("""
                        insert into fund_member (fund_id, household_id, village_code, group_number, joined_on)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """, fund, member.householdId(), member.village(), member.group(), member.joinedOn())
                > 0;
    }

    /** @return whether it was a member */
    boolean leave(UUID fund, UUID household, LocalDate on) {
        return database.execute(
                        "update fund_member set left_on = ? where fund_id = ? and household_id = ? and left_on is null"
                                + " and joined_on < ?",
                        on,
                        fund,
                        household,
                        on)
                > 0;
    }

    boolean has(UUID fund, UUID household) {
        return database.find(
                        "select 1 from fund_member where fund_id = ? and household_id = ? and left_on is null",
                        row -> 1,
                        fund,
                        household)
                .isPresent();
    }

    int countVouching(UUID fund, UUID household, Collection<UUID> guarantors, LocalDate day) {
        return database.list(
                        VOUCHING,
                        row -> row.getInt(1),
                        household,
                        fund,
                        guarantors.stream().map(UUID::toString).toArray(),
                        day)
                .getFirst();
    }

    /** Members of today, in the order of the households' ids. */
    public List<FundMember> list(UUID fund, @Nullable UUID after, int limit) {
        return database.list(LIST, FundMembers::read, fund, after, after, limit);
    }

    private static FundMember read(ResultSet row) throws SQLException {
        return new FundMember(
                row.getObject("household_id", UUID.class),
                row.getLong("village_code"),
                row.getInt("group_number"),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class));
    }
}
