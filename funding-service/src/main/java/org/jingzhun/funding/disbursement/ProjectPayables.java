package org.jingzhun.funding.disbursement;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.project.Fundings;
import org.jingzhun.funding.project.Project;
import org.jingzhun.funding.project.Projects;
import org.jspecify.annotations.Nullable;

/** What is due to builders of projects: no more than progress allows, out of what was set aside first. */
@ApplicationScoped
class ProjectPayables {

    private final Projects projects;
    private final Fundings fundings;
    private final Payables payables;
    private final PayableRows rows;

    ProjectPayables(Projects projects, Fundings fundings, Payables payables, PayableRows rows) {
        this.projects = projects;
        this.fundings = fundings;
        this.payables = payables;
        this.rows = rows;
    }

    /**
     * A project, kept from others until the transaction ends, so that two payments do not exceed its progress together.
     *
     * @throws DisbursementRefusal.AboveProgress if its progress does not allow so much more
     */
    Project lock(UUID id, Money amount) {
        var project = projects.lock(id);
        var before = rows.sumsOfProject(id).values().stream().reduce(Money.ZERO, Money::plus);
        var most = project.payable().minus(before);
        if (amount.compareTo(most) > 0) {
            throw new DisbursementRefusal.AboveProgress(most.isNegative() ? Money.ZERO : most);
        }
        return project;
    }

    /** @param payee null for the builder, whom a project has from the day on which it can be paid for */
    void add(Project project, UUID disbursement, Money amount, @Nullable String payee, String purpose) {
        var to = payee == null ? Objects.requireNonNull(project.builder(), "builder") : payee;
        shares(project, amount).forEach((account, share) -> {
            var id = UuidCreator.getTimeOrderedEpochPlus1();
            payables.addForProject(id, project.division(), to, account, share, purpose);
            rows.putInto(disbursement, id);
        });
    }

    private Map<AccountKey, Money> shares(Project project, Money amount) {
        var left = new LinkedHashMap<AccountKey, Money>();
        fundings.list(project).forEach(funding -> left.merge(funding.to(), funding.amount(), Money::plus));
        rows.sumsOfProject(project.id()).forEach((account, paid) -> left.merge(account, paid.negated(), Money::plus));
        var shares = new LinkedHashMap<AccountKey, Money>();
        var open = amount;
        for (var each : left.entrySet()) {
            var share = open.compareTo(each.getValue()) <= 0 ? open : each.getValue();
            if (share.isPositive()) {
                shares.put(each.getKey(), share);
                open = open.minus(share);
            }
        }
        return shares;
    }
}
