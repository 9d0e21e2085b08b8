package org.jingzhun.funding.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.fund.rule.OtherAid;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All grants and loans out of funds, as far as the caller's area reaches. */
@ApplicationScoped
public class FundAids {

    private static final String INSERT = """
            insert into fund_aid (id, fund_id, division, form, purpose, village_code, household_id, person_id, amount_fen,
              cost_fen, year, applied_on, months, fee_rate, evidence, guarantors, rule_version, above_cap, stage, version)
            values (?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?, ?, 0)
            """;
    private static final String ADD_OTHER = """
            insert into fund_other_aid (aid_id, code, outcome, amount_fen, evidence)
            select ?, * from unnest(?::text[], ?::text[], ?::bigint[], ?::text[])
            """;
    private static final String MOVE = """
            update fund_aid set stage = ?, paid_on = ?::date, due_on = ?::date, repaid_fen = ?, version = version + 1
            where id = ?
            """;
    private static final String LIST = """
            select * from fund_aid where fund_id = ? and form = ? and (?::text is null or stage = ?::text)
              and (?::uuid is null or id > ?::uuid) order by id limit ?
            """;
    private static final String RECEIVED = """
            select coalesce(sum(amount_fen), 0) from fund_aid
            where fund_id = ? and purpose = ? and year = ? and village_code = ? and household_id is not distinct from ?::uuid
              and stage <> 'REJECTED'
            """;
    private static final String OWING = """
            select 1 from fund_aid where fund_id = ? and household_id = ? and form = 'LOAN'
              and stage not in ('SETTLED', 'REJECTED')
            """;

    private final Database database;

    FundAids(Database database) {
        this.database = database;
    }

    /** @throws FundRefusal.Unknown if there is none within the caller's area */
    public FundAid get(UUID id) {
        return one("", id);
    }

    FundAid lock(UUID id) {
        return one(" for update", id);
    }

    private FundAid one(String how, UUID id) {
        return database.find("select * from fund_aid where id = ?" + how, row -> read(row, listOther(id)), id)
                .orElseThrow(() -> new FundRefusal.Unknown("Aid " + id));
    }

    /** In the order of their ids; other aid is shown with the single one. */
    public List<FundAid> list(UUID fund, AidForm form, @Nullable AidStage stage, @Nullable UUID after, int limit) {
        var name = stage == null ? null : stage.name();
        return database.list(LIST, row -> read(row, List.of()), fund, form.name(), name, name, after, after, limit);
    }

    private List<OtherAid> listOther(UUID aid) {
        return database.list(
                "select * from fund_other_aid where aid_id = ? order by code",
                row -> new OtherAid(
                        row.getString("code"),
                        OtherAid.Outcome.valueOf(row.getString("outcome")),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getString("evidence")),
                aid);
    }

    void insert(FundAid aid) {
        database.execute(
                INSERT,
                aid.id(),
                aid.fundId(),
                aid.division(),
                aid.form().name(),
                aid.purpose(),
                aid.village(),
                aid.householdId(),
                aid.personId(),
                aid.amount().fen(),
                aid.cost().fen(),
                aid.year(),
                aid.appliedOn(),
                aid.months(),
                aid.feeRate(),
                aid.evidence().toArray(),
                aid.guarantors().stream().map(UUID::toString).toArray(),
                aid.ruleVersion(),
                aid.aboveCap(),
                aid.stage().name());
        database.execute(
                ADD_OTHER,
                aid.id(),
                aid.otherAid().stream().map(OtherAid::code).toArray(),
                aid.otherAid().stream().map(o -> o.outcome().name()).toArray(),
                aid.otherAid().stream().map(o -> o.amount().fen()).toArray(Long[]::new),
                aid.otherAid().stream().map(OtherAid::evidence).toArray());
    }

    void move(UUID id, AidStage to, @Nullable LocalDate paidOn, @Nullable LocalDate dueOn, Money repaid) {
        database.execute(MOVE, to.name(), paidOn, dueOn, repaid.fen(), id);
    }

    /** What a receiver was granted or lent, or asks for, of a fund for a purpose in a year. */
    Money received(UUID fund, String purpose, int year, long village, @Nullable UUID household) {
        return database.list(RECEIVED, row -> Money.ofFen(row.getLong(1)), fund, purpose, year, village, household)
                .getFirst();
    }

    boolean owes(UUID fund, UUID household) {
        return database.find(OWING, row -> 1, fund, household).isPresent();
    }

    private static FundAid read(ResultSet row, List<OtherAid> other) throws SQLException {
        return new FundAid(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getLong("division"),
                AidForm.valueOf(row.getString("form")),
                row.getString("purpose"),
                row.getLong("village_code"),
                row.getObject("household_id", UUID.class),
                row.getObject("person_id", UUID.class),
                Money.ofFen(row.getLong("amount_fen")),
                Money.ofFen(row.getLong("cost_fen")),
                row.getInt("year"),
                row.getObject("applied_on", LocalDate.class),
                row.getInt("months"),
                row.getInt("fee_rate"),
                objects(row, "evidence").stream().map(String::valueOf).toList(),
                other,
                objects(row, "guarantors").stream().map(UUID.class::cast).toList(),
                row.getString("rule_version"),
                row.getBoolean("above_cap"),
                AidStage.valueOf(row.getString("stage")),
                row.getObject("paid_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Money.ofFen(row.getLong("repaid_fen")),
                row.getLong("version"));
    }

    private static List<Object> objects(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Object[]) row.getArray(column).getArray());
    }
}
