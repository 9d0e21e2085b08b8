package org.jingzhun.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jingzhun.funding.ledger.Clerk.YEAR;
import static org.jingzhun.funding.ledger.Clerk.inCounty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.LedgerProof.FaultCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the database refuses by itself, and what the proof shows if even that was switched off. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class LedgerGuardTest {

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Accounts accounts;

    @Inject
    Proving proving;

    @Inject
    Database database;

    @Test
    void anAccountNamesItsSubjectExactlyIfItsKindHasOne() {
        long county = 450923000000L;
        var some = UUID.randomUUID();
        for (var kind : AccountKind.values()) {
            boolean county0 = kind != AccountKind.VILLAGE;
            long division = county0 ? county : county + 900_201;
            if (!kind.mayBeAbout(true)) {
                assertThatThrownBy(() -> new AccountKey(kind, county, division, some, YEAR, some))
                        .hasMessageContaining("must name its subject");
                assertThatThrownBy(() -> insertAccount(kind, county, division, some))
                        .hasStackTraceContaining("account_has_its_subject");
            }
            if (!kind.mayBeAbout(false)) {
                assertThatThrownBy(() -> new AccountKey(kind, county, division, some, YEAR, null))
                        .hasMessageContaining("must name its subject");
                assertThatThrownBy(() -> insertAccount(kind, county, division, null))
                        .hasStackTraceContaining("account_has_its_subject");
            }
        }
        assertThatThrownBy(() -> insertAccount(AccountKind.IN_TRANSIT, county, county + 900_201, null))
                .hasStackTraceContaining("account_has_its_owner");
    }

    private int insertAccount(AccountKind kind, long county, long division, @Nullable UUID subject) {
        return inCounty(
                county,
                () -> database.execute(
                        "insert into account (id, kind, county, division, source_id, year, subject, minimum_fen)"
                                + " values (?, ?, ?, ?, ?, ?, ?::uuid, case when ? then 0 end)",
                        UUID.randomUUID(),
                        kind.name(),
                        county,
                        division,
                        UUID.randomUUID(),
                        YEAR,
                        subject,
                        kind.neverBelowZero()));
    }

    @Test
    void theIdOfAnAccountIsMadeOfWhatItIsFor() throws Exception {
        long county = 450924000000L;
        var source = UUID.randomUUID();
        new Clerk(bookkeeping).given(county, source, 500, "ids " + source);
        var key = AccountKey.budget(county, source, YEAR);
        assertThat(inCounty(county, () -> accounts.find(key)).orElseThrow().id())
                .isEqualTo(key.id());
        try (var owner = owner();
                var statement = owner.createStatement()) {
            var tampering = "update account set year = year + %d where id = '" + key.id() + "'";
            assertThatThrownBy(() -> statement.execute(tampering.formatted(1)))
                    .hasMessageContaining("account_id_is_made_of_it");
            statement.execute("alter table account drop constraint account_id_is_made_of_it");
            statement.execute(tampering.formatted(1));
            assertThat(inCounty(county, proving::prove).faults())
                    .extracting(LedgerProof.Fault::code)
                    .containsExactly(FaultCode.ACCOUNT_DIFFERS);
            statement.execute(tampering.formatted(-1));
            statement.execute(
                    "alter table account add constraint account_id_is_made_of_it check (uuid_extract_version(id)"
                            + " is distinct from 8 or id = account_id(kind, county, division, source_id, year, subject))");
        }
        assertThat(inCounty(county, proving::prove).holds()).isTrue();
    }

    @Test
    void theDatabaseTooRefusesUnbalancedAndLaterLines() {
        long county = 450108000000L;
        var source = UUID.randomUUID();
        var entry = new Clerk(bookkeeping).given(county, source, 500, "whole");
        var account = entry.postings().getFirst().accountId();
        assertThatThrownBy(() -> inCounty(
                        county,
                        () -> database.execute(
                                "insert into posting (entry_id, line, account_id, division, amount_fen) values (?, 3, ?, ?, 1)",
                                entry.id(),
                                account,
                                county)))
                .hasStackTraceContaining("takes no further lines");
        assertThatThrownBy(() -> inCounty(
                        county,
                        () -> database.execute(
                                "insert into journal_entry (id, county, number, kind, business_key, memo, posted_by, posted_at,"
                                        + " lines, previous_hash, hash) values (?, ?, 2, 'BUDGET', 'half', 'm', 'p', now(), 2,"
                                        + " '', sha256(''))",
                                UUID.randomUUID(),
                                county)))
                .hasStackTraceContaining("must have all its lines");
    }

    @Test
    void theDatabaseTooRefusesPostingsWithoutAnEntryOrAnAccount() {
        long county = 450381000000L;
        var posting = "insert into posting (entry_id, line, account_id, division, amount_fen) values (?, 1, ?, ?, 1)";
        var opened = inCounty(county, () -> accounts.open(List.of(AccountKey.budget(county, UUID.randomUUID(), YEAR))));
        var account = opened.values().iterator().next().id();
        assertThatThrownBy(() -> inCounty(county, () -> database.execute(posting, UUID.randomUUID(), account, county)))
                .as("seen at the end of the transaction")
                .hasStackTraceContaining("posting_entry_id_fkey");
        assertThatThrownBy(() ->
                        inCounty(county, () -> database.execute(posting, UUID.randomUUID(), UUID.randomUUID(), county)))
                .hasStackTraceContaining("to an account that exists");
    }

    @Test
    void theServiceHasNoRightToChangeThePast() {
        long county = 450109000000L;
        new Clerk(bookkeeping).given(county, UUID.randomUUID(), 500, "past");
        for (var sql : List.of(
                "update posting set amount_fen = 1",
                "delete from posting",
                "update journal_entry set memo = ''",
                "delete from journal_entry",
                "update account set balance_fen = 0",
                "delete from account",
                "truncate posting")) {
            assertThatThrownBy(() -> inCounty(county, () -> database.execute(sql)))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void notEvenTheOwnerChangesThePastByMistake() throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from posting")).hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("update journal_entry set memo = ''"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("delete from account")).hasMessageContaining("stays what it is");
            assertThatThrownBy(() -> statement.execute("update account set id = uuidv7()"))
                    .hasMessageContaining("stays what it is");
        }
    }

    @Test
    void whoeverTampersIsShownByTheProof() throws Exception {
        long county = 450110000000L;
        var source = UUID.randomUUID();
        new Clerk(bookkeeping).given(county, source, 500, "t1");
        var entry = new Clerk(bookkeeping).given(county, source, 300, "t2");
        new Clerk(bookkeeping).given(county, source, 200, "t3");
        tamper("update journal_entry set memo = 'other' where id = '" + entry.id() + "'");
        assertThat(inCounty(county, proving::prove).faults())
                .extracting(LedgerProof.Fault::code)
                .containsExactly(FaultCode.HASH_DIFFERS);
        tamper("update posting set amount_fen = 301 where amount_fen > 0 and entry_id = '" + entry.id() + "'");
        assertThat(inCounty(county, proving::prove).faults())
                .extracting(LedgerProof.Fault::code)
                .containsExactly(FaultCode.BALANCE_DIFFERS, FaultCode.ENTRY_UNBALANCED);
    }

    private static Connection owner() throws SQLException {
        var funding = PlatformResource.platform().addresses().database("funding");
        return DriverManager.getConnection(funding.jdbcUrl(), funding.ownerUser(), funding.ownerPassword());
    }

    /** What only somebody with the owner's password can do, and only by switching the triggers off. */
    private static void tamper(String sql) throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("alter table journal_entry disable trigger user");
            statement.execute("alter table posting disable trigger user");
            statement.execute(sql);
            statement.execute("alter table journal_entry enable trigger user");
            statement.execute("alter table posting enable trigger user");
        }
    }
}
