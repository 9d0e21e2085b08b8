package org.jingzhun.funding.loan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/** All loans within the caller's area. */
@ApplicationScoped
public class Loans implements PanacheRepositoryBase<Loan, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String LIST = """
            application.village between ?1 and ?2 and application.product in ?3 and stage in ?4
            and (?5 = '' or contract.bank = ?5) and (?6 = ?7 or application.householdId = ?6) and id > ?8 order by id
            """;

    /** @throws LoanException if there is none within the caller's area */
    public Loan get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new LoanRefusal.UnknownLoan(id).asException());
    }

    /** The same, kept from others until the transaction ends. */
    Loan lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new LoanRefusal.UnknownLoan(id).asException());
    }

    /** Which loans are meant; null means any. */
    public record Filter(
            @Nullable Product product,
            @Nullable LoanStage stage,
            @Nullable String bank,
            @Nullable UUID household) {}

    /** In the order of their ids. */
    public List<Loan> list(Area area, Filter filter, @Nullable UUID after, int limit) {
        var household = filter.household();
        var product = filter.product();
        var stage = filter.stage();
        return find(
                        LIST,
                        area.from(),
                        area.to(),
                        product == null ? List.of(Product.values()) : List.of(product),
                        stage == null ? List.of(LoanStage.values()) : List.of(stage),
                        filter.bank() == null ? "" : filter.bank(),
                        household == null ? BEFORE_ALL : household,
                        BEFORE_ALL,
                        after == null ? BEFORE_ALL : after)
                .range(0, limit - 1)
                .list();
    }

    boolean hasContract(String bank, String number) {
        return count("contract.bank = ?1 and contract.contractNumber = ?2", bank, number) > 0;
    }
}
