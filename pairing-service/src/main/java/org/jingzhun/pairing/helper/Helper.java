package org.jingzhun.pairing.helper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** A cadre who helps households (帮扶干部). */
@Entity
@Table(name = "helper")
public class Helper {

    @Id
    private UUID id;

    @Column
    private String name;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "unit_id")
    private Unit unit;

    @Column
    private String post;

    @Enumerated(EnumType.STRING)
    @Column
    private Rank rank;

    @Column
    private String[] skills;

    @Column
    private @Nullable Long homeVillage;

    @Column
    private @Nullable String ethnicity;

    @Column
    private @Nullable String homeHamlet;

    @Column
    private @Nullable Long decidesIn;

    @Column
    private String[] callings;

    @Column
    private long division;

    @Formula("is_first_secretary(id)")
    private boolean firstSecretary;

    @Version
    @Column
    private long revision;

    Helper(UUID id, HelperFacts facts, Unit unit) {
        this.id = id;
        this.name = facts.name();
        this.unit = unit;
        this.post = facts.post();
        this.rank = facts.rank();
        this.skills = codes(facts.skills());
        this.homeVillage = facts.homeVillage();
        this.ethnicity = facts.ethnicity();
        this.homeHamlet = facts.homeHamlet();
        this.decidesIn = facts.decidesIn();
        this.callings = callings(facts);
        this.division = unit.division();
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Helper() {}

    void correct(HelperFacts facts, Unit newUnit) {
        name = facts.name();
        unit = newUnit;
        post = facts.post();
        rank = facts.rank();
        skills = codes(facts.skills());
        homeVillage = facts.homeVillage();
        ethnicity = facts.ethnicity();
        homeHamlet = facts.homeHamlet();
        decidesIn = facts.decidesIn();
        callings = callings(facts);
        division = newUnit.division();
    }

    private static String[] codes(Set<Cause> skills) {
        return skills.stream().sorted().map(Cause::name).toArray(String[]::new);
    }

    private static String[] callings(HelperFacts facts) {
        return facts.callings().stream().sorted().map(Calling::name).toArray(String[]::new);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Unit unit() {
        return unit;
    }

    public String post() {
        return post;
    }

    public Rank rank() {
        return rank;
    }

    /**
     * Households that it has at most.
     *
     * @param version of the policy {@code rank-quotas}
     */
    public int quota(PolicyVersion version) {
        return RankQuota.of(version, rank, unit.level(), firstSecretary);
    }

    /** The causes of poverty the helper can do something about. */
    public List<Cause> skills() {
        return Arrays.stream(skills).map(Cause::valueOf).toList();
    }

    /** 12-digit code. */
    public @Nullable Long homeVillage() {
        return homeVillage;
    }

    public @Nullable String ethnicity() {
        return ethnicity;
    }

    public @Nullable String homeHamlet() {
        return homeHamlet;
    }

    /** Where it holds an office that decides on households, which it may not help there. */
    public @Nullable Long decidesIn() {
        return decidesIn;
    }

    /** What it is beside its post. */
    public List<Calling> callings() {
        return Arrays.stream(callings).map(Calling::valueOf).toList();
    }

    /** That of the unit. */
    public long division() {
        return division;
    }

    public long revision() {
        return revision;
    }
}
