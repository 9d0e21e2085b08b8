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
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    @Version
    private long revision;

    @OneToMany(mappedBy = "household", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("birthDate, id")
    private List<Member> members = new ArrayList<>();

    protected Household() {}

    Household(UUID id) {
        this.id = id;
    }

    /** Records all that is known of the household, in place of what was known. */
    void record(HouseholdFacts facts, Sealing sealing) {
        villageCode = facts.villageCode();
        hamlet = facts.hamlet();
        address = facts.address();
        householder = facts.householder();
        phone = facts.phone() == null ? null : sealing.seal(id, facts.phone());
        persons = facts.members().size();
        labourers = (int) facts.members().stream()
                .filter(member -> member.labour().works())
                .count();
        Map<UUID, Member> known = members.stream().collect(Collectors.toMap(Member::id, Function.identity()));
        members.removeIf(
                member -> facts.members().stream().noneMatch(kept -> kept.id().equals(member.id())));
        for (MemberFacts each : facts.members()) {
            Member member = known.get(each.id());
            if (member == null) {
                member = new Member(this, each.id());
                members.add(member);
            }
            member.record(each, villageCode, sealing);
        }
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
