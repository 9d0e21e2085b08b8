package org.jingzhun.pairing.visit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jingzhun.pairing.helper.Helper;
import org.jingzhun.pairing.pairing.Pairing;
import org.jspecify.annotations.Nullable;

/** A visit of a helper to a household (走访记录). A fact of its own that never changes. */
@Entity
@Table(name = "visit")
@SuppressWarnings("UnusedVariable") // the database keeps the pairing too
public class Visit {

    @Id
    private UUID id;

    @Column
    private UUID householdId;

    @Column
    private long villageCode;

    @ManyToOne(optional = false)
    @JoinColumn(name = "helper_id")
    private Helper helper;

    @Column
    private UUID pairingId;

    @Column
    private LocalDate visitedOn;

    @Column
    private @Nullable String place;

    @Column
    private String content;

    @Column
    private String[] risks;

    @Column
    private String[] incomeItems;

    @Column
    private Long[] incomeFen;

    @Column
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Visit() {}

    Visit(UUID id, VisitFacts facts, Pairing pairing, Instant now) {
        this.id = id;
        this.householdId = facts.householdId();
        this.villageCode = pairing.villageCode();
        this.helper = pairing.helper();
        this.pairingId = pairing.id();
        this.visitedOn = facts.visitedOn();
        this.place = facts.place();
        this.content = facts.content();
        this.risks = facts.risks().stream().map(Enum::name).sorted().toArray(String[]::new);
        this.incomeItems =
                facts.incomes().stream().map(VisitFacts.IncomeItem::item).toArray(String[]::new);
        this.incomeFen =
                facts.incomes().stream().map(VisitFacts.IncomeItem::fen).toArray(Long[]::new);
        this.recordedAt = now;
    }

    /** What the helper wrote down. */
    public VisitFacts facts() {
        return new VisitFacts(
                helper.id(),
                householdId,
                visitedOn,
                place,
                content,
                Arrays.stream(risks).map(Risk::valueOf).collect(Collectors.toSet()),
                incomes());
    }

    private List<VisitFacts.IncomeItem> incomes() {
        return IntStream.range(0, incomeItems.length)
                .mapToObj(each -> new VisitFacts.IncomeItem(incomeItems[each], incomeFen[each]))
                .toList();
    }

    public UUID id() {
        return id;
    }

    public Helper helper() {
        return helper;
    }

    /** 12-digit code. */
    public long villageCode() {
        return villageCode;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
