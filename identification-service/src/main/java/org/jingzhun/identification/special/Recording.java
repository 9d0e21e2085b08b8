package org.jingzhun.identification.special;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.household.IdHashes;
import org.jingzhun.identification.household.identity.Sex;
import org.jingzhun.identification.special.facts.Bearer;
import org.jingzhun.identification.special.facts.Disabled;
import org.jingzhun.identification.special.facts.Facts;
import org.jingzhun.identification.special.facts.Fault;
import org.jingzhun.identification.special.facts.Patient;
import org.jingzhun.identification.special.facts.Rules;
import org.jspecify.annotations.Nullable;

/** Enters records into the special registers one by one, and corrects them (建档、更正). */
@ApplicationScoped
public class Recording {

    private static final String MEMBER = "select id, id_hash, birth_date, sex, village_code from member where id = :id";
    private static final String HOUSEHOLD = "select id, village_code from household where id = :id";
    private static final String IS_OPEN = """
            select exists (select from special_record
                           where register = :register and (member_id = :subject or household_id = :subject)
                             and ended_on is null)
            """;

    private final Session database;
    private final Ledger ledger;
    private final FactsText texts;
    private final SpecialRecords records;
    private final Rulebook rulebook;
    private final DiseaseClasses diseases;
    private final IdHashes hashes;
    private final Audit audit;
    private final Clock clock;

    Recording(
            Session database,
            Ledger ledger,
            FactsText texts,
            SpecialRecords records,
            Rulebook rulebook,
            DiseaseClasses diseases,
            IdHashes hashes,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.texts = texts;
        this.records = records;
        this.rulebook = rulebook;
        this.diseases = diseases;
        this.hashes = hashes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody says of a person or household.
     *
     * @param subject id of the member, of a relocation of the household
     * @param since first day
     */
    public record Statement(
            UUID subject, LocalDate since, @Nullable Contact contact, Facts facts) {}

    /** What came of it. */
    public record Recorded(SpecialRecord record, boolean isNew) {}

    /**
     * Records under an id that the client chose, in place of what was recorded.
     *
     * @param ifMatch the revision that the client has seen; needed when the record is known
     * @throws SpecialException when the domain says no
     */
    @Transactional
    public Recorded record(UUID id, Statement statement, @Nullable String ifMatch) {
        SpecialRegister register = SpecialRegister.of(statement.facts());
        SpecialRecord known = records.findLocked(id).orElse(null);
        if (known != null) {
            Revisions.require(ifMatch, known.revision());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        if (statement.since().isAfter(today)) {
            throw new SpecialRefusal.InTheFuture("/since").asException();
        }
        long village = check(register, statement, today);
        if (known == null) {
            enter(register, id, statement);
        } else {
            correct(known, register, statement, today);
        }
        SpecialRecord recorded = records.find(id).orElseThrow();
        audit.record(AuditEntry.of(
                        known == null ? "special-record-entered" : "special-record-corrected", "special-record", id)
                .in(village)
                .about(recorded.householdId())
                .with("register", register));
        return new Recorded(recorded, known == null);
    }

    /** @return the village */
    private long check(SpecialRegister register, Statement statement, LocalDate today) {
        Tuple subject = subject(register, statement.subject());
        long village = subject.get("village_code", Long.class);
        Rules rules = rulebook.rules(village, today);
        Facts facts = statement.facts();
        Bearer bearer = register.isOfHouseholds()
                ? null
                : new Bearer(subject.get("birth_date", LocalDate.class), Sex.valueOf(subject.get("sex", String.class)));
        List<Fault> faults = Facts.check(facts, bearer, statement.since(), rules);
        if (!faults.isEmpty()) {
            throw new SpecialRefusal.Contradictory(faults).asException();
        }
        if (facts instanceof Patient patient && !diseases.isInForce(patient.disease(), statement.since())) {
            throw new SpecialRefusal.UnknownDisease().asException();
        }
        if (facts instanceof Disabled disabled
                && !hashes.isOf(disabled.number().holder(), subject.get("id_hash", byte[].class))) {
            throw new SpecialRefusal.CertificateHolder().asException();
        }
        return village;
    }

    private Tuple subject(SpecialRegister register, UUID id) {
        boolean household = register.isOfHouseholds();
        return database
                .createNativeQuery(household ? HOUSEHOLD : MEMBER, Tuple.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new SpecialRefusal.Unknown(household ? "/householdId" : "/memberId").asException());
    }

    private void enter(SpecialRegister register, UUID id, Statement statement) {
        boolean household = register.isOfHouseholds();
        int entered = ledger.enter(
                register,
                register.first(),
                List.of(new Ledger.Entry(
                        id,
                        household ? null : statement.subject(),
                        household ? statement.subject() : null,
                        statement.since(),
                        statement.contact(),
                        statement.facts())));
        if (entered == 0) {
            boolean open = database.createNativeQuery(IS_OPEN, Boolean.class)
                    .setParameter("register", register.name())
                    .setParameter("subject", statement.subject())
                    .getSingleResult();
            SpecialRefusal refusal = open ? new SpecialRefusal.AlreadyOpen(register) : new SpecialRefusal.IdTaken();
            throw refusal.asException();
        }
    }

    private void correct(SpecialRecord known, SpecialRegister register, Statement statement, LocalDate today) {
        UUID subject = register.isOfHouseholds() ? known.householdId() : known.memberId();
        if (known.register() != register || !statement.subject().equals(subject)) {
            throw new SpecialRefusal.AnotherPerson().asException();
        }
        if (known.stage().isFinal()) {
            throw new SpecialRefusal.Ended(known.stage()).asException();
        }
        if (statement.since().isAfter(known.stageOn()) && !known.stageOn().equals(known.since())) {
            throw new SpecialRefusal.BeforeTheLast("/since").asException();
        }
        Changes changes = new Changes()
                .set("since", statement.since())
                .compute("stage_on", "case when r.stage_on = r.since then :new_since else r.stage_on end")
                .contact(texts, known.id(), statement.contact())
                .facts(texts, known.id(), statement.facts());
        int unused = ledger.tell(new Ledger.Happening(
                Step.CORRECTION, today, null, List.of(), changes, "r.id = :id", Map.of("id", known.id())));
    }
}
