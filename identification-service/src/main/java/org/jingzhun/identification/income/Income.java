package org.jingzhun.identification.income;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.identification.income.computing.Computation;
import org.jingzhun.identification.income.computing.Line;
import org.jspecify.annotations.Nullable;

/** What a household earned in a period (家庭收入). Never changed: a correction is a record of its own. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the database fills the fields, and keeps who recorded it
public class Income {

    @Id
    private UUID id;

    private UUID householdId;
    private long villageCode;
    private LocalDate periodFrom;
    private LocalDate periodTo;
    private String rules;
    private List<String> items;
    private List<Long> amounts;
    private int persons;
    private long netFen;
    private long perHeadFen;
    private String statedBy;
    private @Nullable String evidence;
    private @Nullable UUID corrects;

    @Column(insertable = false, updatable = false)
    private @Nullable UUID correctedBy;

    private String recordedBy;
    private String recordedName;
    private Instant recordedAt;

    protected Income() {}

    Income(
            UUID id,
            Statement statement,
            String rules,
            long villageCode,
            Computation computed,
            Caller recorder,
            Instant now) {
        this.id = id;
        this.householdId = statement.householdId();
        this.villageCode = villageCode;
        this.periodFrom = statement.from();
        this.periodTo = statement.to();
        this.rules = rules;
        this.items = statement.lines().stream().map(Line::item).toList();
        this.amounts = statement.lines().stream().map(Line::fen).toList();
        this.persons = computed.persons();
        this.netFen = computed.net();
        this.perHeadFen = computed.perHead();
        this.statedBy = statement.statedBy();
        this.evidence = statement.evidence();
        this.corrects = statement.corrects();
        this.recordedBy = recorder.subject();
        this.recordedName = recorder.name();
        this.recordedAt = now;
    }

    public UUID id() {
        return id;
    }

    public long villageCode() {
        return villageCode;
    }

    /** What was stated, with the rules that it was computed by. */
    public Statement statement() {
        return new Statement(
                householdId,
                periodFrom,
                periodTo,
                rules,
                IntStream.range(0, items.size())
                        .mapToObj(place -> new Line(items.get(place), amounts.get(place)))
                        .toList(),
                statedBy,
                evidence,
                corrects);
    }

    /** Version of the rules. */
    public String rules() {
        return rules;
    }

    /** Among whom it is shared, 1 or more. */
    public int persons() {
        return persons;
    }

    /** As it was stored, in fen. */
    public long netFen() {
        return netFen;
    }

    /** As it was stored, in whole fen rounded down. */
    public long perHeadFen() {
        return perHeadFen;
    }

    /** The record that took its place; null while it stands. */
    public @Nullable UUID correctedBy() {
        return correctedBy;
    }

    public String recordedName() {
        return recordedName;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
