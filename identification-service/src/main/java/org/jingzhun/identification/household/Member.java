package org.jingzhun.identification.household;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.household.identity.ResidentId;
import org.jingzhun.identification.household.identity.Sex;

/** A member of a household (家庭成员). */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
public class Member {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "household_id")
    private Household household;

    private long villageCode;
    private String name;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    private LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    private String ethnicity;

    @Enumerated(EnumType.STRING)
    private Education education;

    @Enumerated(EnumType.STRING)
    private Schooling schooling;

    @Enumerated(EnumType.STRING)
    private Labour labour;

    @Enumerated(EnumType.STRING)
    private Work work;

    private short monthsWorked;
    private boolean insured;
    private boolean pensioned;

    /** {@link Secrets}, sealed. */
    private byte[] secrets;

    @Column(name = "id_hash")
    private byte[] idHash;

    protected Member() {}

    Member(Household household, UUID id) {
        this.household = household;
        this.id = id;
    }

    void record(MemberFacts facts, long village, Sealing sealing, IdHashes hashes) {
        villageCode = village;
        name = facts.name();
        sex = facts.sex();
        birthDate = facts.birthDate();
        relation = facts.relation();
        ethnicity = facts.ethnicity();
        education = facts.education();
        schooling = facts.schooling();
        labour = facts.labour();
        work = facts.work();
        monthsWorked = (short) facts.monthsWorked();
        insured = facts.insured();
        pensioned = facts.pensioned();
        secrets = facts.secrets().seal(sealing, id);
        if (idHash == null || !is(facts.secrets().idNumber(), hashes)) {
            idHash = hashes.hash(facts.secrets().idNumber());
        }
    }

    UUID id() {
        return id;
    }

    boolean is(ResidentId person, IdHashes hashes) {
        return hashes.isOf(person, idHash);
    }

    MemberFacts facts(Sealing sealing) {
        return new MemberFacts(
                id,
                name,
                birthDate,
                sex,
                relation,
                ethnicity,
                education,
                schooling,
                labour,
                work,
                monthsWorked,
                insured,
                pensioned,
                Secrets.open(sealing, id, secrets));
    }
}
