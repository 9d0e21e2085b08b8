package org.jingzhun.funding.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What was asked for, as a project's row keeps it. */
@Embeddable
@SuppressWarnings("NullAway.Init") // written right after it is made, or filled by the persistence provider
class ProposalColumns {

    @Column
    long division;

    @Column
    int year;

    @Column
    String name;

    @Column(name = "project_class")
    private String projectClass;

    @Enumerated(EnumType.STRING)
    @Column
    private Nature nature;

    @Column
    private String place;

    @Column(name = "planned_from")
    private LocalDate plannedFrom;

    @Column(name = "planned_to")
    private LocalDate plannedTo;

    @Column(name = "responsible_unit")
    private String responsibleUnit;

    @Column
    private String task;

    @Column(name = "amount_fen")
    long amountFen;

    @Column(name = "source_kind")
    private String sourceKind;

    @Column(name = "performance_target")
    @Nullable
    String performanceTarget;

    @Column(name = "benefit_link")
    @Nullable
    String benefitLink;

    @Column
    private @Nullable String participation;

    @Column
    private String batch;

    @Column
    private String action;

    @Column
    private @Nullable String programme;

    @Column
    private @Nullable String industry;

    void write(Proposal asked) {
        this.division = asked.division();
        this.year = asked.year();
        this.name = asked.name();
        this.projectClass = asked.projectClass();
        this.nature = asked.nature();
        this.place = asked.place();
        this.plannedFrom = asked.plannedFrom();
        this.plannedTo = asked.plannedTo();
        this.responsibleUnit = asked.responsibleUnit();
        this.task = asked.task();
        this.amountFen = asked.amount().fen();
        this.sourceKind = asked.sourceKind();
        this.performanceTarget = asked.performanceTarget();
        this.benefitLink = asked.benefitLink();
        this.participation = asked.participation();
        this.batch = asked.batch();
        this.action = asked.action();
        this.programme = asked.programme();
        this.industry = asked.industry();
    }

    Proposal read() {
        return new Proposal(
                division,
                year,
                name,
                projectClass,
                nature,
                place,
                plannedFrom,
                plannedTo,
                responsibleUnit,
                task,
                Money.ofFen(amountFen),
                sourceKind,
                performanceTarget,
                benefitLink,
                participation,
                batch,
                action,
                programme,
                industry);
    }
}
