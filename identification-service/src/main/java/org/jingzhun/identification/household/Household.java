package org.jingzhun.identification.household;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.sealing.Sealing;
import org.jspecify.annotations.Nullable;

/** A household (农户) with its members. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills the fields
public class Household {

    @Id
    private UUID id;

    private long villageCode;
    private String hamlet;
    private String address;
    private String householder;

    /** Sealed. */
    private byte @Nullable [] phone;

    private int persons;
    private int labourers;

    @Column(insertable = false, updatable = false)
    private @Nullable String status;

    @Column(insertable = false, updatable = false)
    private @Nullable String mainCause;

    private @Nullable String contradictionRules;

    @Version
    private long revision = 1;

    @OneToMany(mappedBy = "household", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("birthDate, id")
    private List<Member> members = new ArrayList<>();

    protected Household() {}

    Household(UUID id) {
        this.id = id;
    }

    /**
     * Records all that is known of the household, in place of what was known.
     *
     * @param rules version of the table of contradictions by which the facts were found consistent
     */
    void record(HouseholdFacts facts, String rules, Sealing sealing, IdHashes hashes) {
        contradictionRules = rules;
        villageCode = facts.villageCode();
        hamlet = facts.hamlet();
        address = facts.address();
        householder = facts.householder();
        phone = facts.phone() == null ? null : sealing.seal(id, facts.phone());
        persons = facts.members().size();
        labourers = (int) facts.members().stream()
                .filter(member -> member.labour().works())
                .count();
        List<Member> recorded = new ArrayList<>();
        for (MemberFacts each : facts.members()) {
            Member member = findMember(each, hashes).orElseGet(() -> new Member(this, each.id()));
            member.record(each, villageCode, sealing, hashes);
            recorded.add(member);
        }
        members.retainAll(recorded);
        recorded.stream().filter(member -> !members.contains(member)).forEach(members::add);
    }

    /** Members are known by their id, or as the same person sent without it. */
    private Optional<Member> findMember(MemberFacts facts, IdHashes hashes) {
        return members.stream()
                .filter(member -> member.id().equals(facts.id()))
                .findFirst()
                .or(() -> members.stream()
                        .filter(member -> member.is(facts.secrets().idNumber(), hashes))
                        .findFirst());
    }

    public UUID id() {
        return id;
    }

    public long villageCode() {
        return villageCode;
    }

    public int persons() {
        return persons;
    }

    public int labourers() {
        return labourers;
    }

    /** POOR, EXITED, RETURNED or REMOVED as in the register; null when never registered. */
    public @Nullable String status() {
        return status;
    }

    /** The main cause of poverty as in the register; null when never registered. */
    public @Nullable String mainCause() {
        return mainCause;
    }

    /** Version of the table of contradictions that judged the members last; null when none did. */
    public @Nullable String contradictionRules() {
        return contradictionRules;
    }

    public long revision() {
        return revision;
    }

    /** All that is known, personal data included: for those who need it only. */
    public HouseholdFacts facts(Sealing sealing) {
        return new HouseholdFacts(
                villageCode,
                hamlet,
                address,
                householder,
                phone == null ? null : sealing.open(id, phone),
                members.stream().map(member -> member.facts(sealing)).toList());
    }
}
