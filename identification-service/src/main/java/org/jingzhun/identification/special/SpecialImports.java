package org.jingzhun.identification.special;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.FieldType;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.InvalidValue;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.household.IdHashes;
import org.jingzhun.identification.household.IdNumbers;
import org.jingzhun.identification.household.identity.DisabilityCertificate;
import org.jingzhun.identification.household.identity.NumberFault;
import org.jingzhun.identification.household.identity.ResidentId;
import org.jingzhun.identification.special.facts.Certificate;
import org.jingzhun.identification.special.facts.Disabled;
import org.jingzhun.identification.special.facts.Facts;
import org.jingzhun.identification.special.facts.LeftBehind;
import org.jingzhun.identification.special.facts.Patient;
import org.jingzhun.identification.special.facts.Relocation;
import org.jingzhun.identification.special.facts.SchoolLevel;
import org.jingzhun.identification.special.facts.Student;

/** The imports of the six special registers: what the departments of education, health, disability and others deliver. */
@ApplicationScoped
class SpecialImports {

    private static final Field<ResidentId> ID_NUMBER = IdNumbers.field("idNumber");

    private final SpecialImport.Surroundings surroundings;

    SpecialImports(
            FactsText texts,
            IdHashes hashes,
            Rulebook rulebook,
            DiseaseClasses diseases,
            CurrentCaller caller,
            Clock clock) {
        surroundings = new SpecialImport.Surroundings(
                texts,
                hashes::hash,
                () -> rulebook.rules(caller.get().area().from(), LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI)),
                diseases::list,
                caller::get,
                clock);
    }

    @Produces
    @Singleton
    ImportKind students() {
        Field<SchoolLevel> level = Field.enumeration("level", SchoolLevel.class).notStaged();
        Field<Integer> grade = Field.integer("grade", 1, Student.HIGHEST_GRADE).notStaged();
        Field<Integer> schoolYear = Field.integer("schoolYear", Student.FIRST_YEAR, Student.LAST_YEAR)
                .notStaged();
        Field<String> school = Field.text("school", Student.LONGEST_SCHOOL).notStaged();
        return ofPersons(
                SpecialRegister.STUDENT,
                List.of(level, grade, schoolYear, school),
                row -> new Student(row.get(level), row.get(grade), row.get(schoolYear), row.get(school)));
    }

    @Produces
    @Singleton
    ImportKind patients() {
        Field<String> disease = Field.text("disease", Pattern.compile(Patient.DISEASE), "STOMACH_CANCER")
                .notStaged();
        Field<Boolean> payLater = Field.bool("payLater").notStaged();
        Field<String> doctor =
                Field.text("familyDoctor", Patient.LONGEST_DOCTOR).optional().notStaged();
        Field<String> card = Field.text("healthCard", Pattern.compile(Patient.HEALTH_CARD), "A12345678")
                .optional()
                .notStaged();
        return ofPersons(
                SpecialRegister.PATIENT,
                List.of(disease, payLater, doctor, card),
                row -> new Patient(row.get(disease), row.get(payLater), row.find(doctor), row.find(card)));
    }

    /** The certificate tells the person. */
    @Produces
    @Singleton
    ImportKind disabilities() {
        Field<DisabilityCertificate> certificate =
                Field.of("certificate", new CertificateType()).notStaged();
        Field<LocalDate> validTo = Field.date("validTo").optional().notStaged();
        return new SpecialImport(
                SpecialRegister.DISABILITY,
                List.of(certificate, validTo),
                row -> row.get(certificate).holder(),
                row -> new Disabled(row.get(certificate).number(), row.find(validTo)),
                surroundings);
    }

    @Produces
    @Singleton
    ImportKind leftBehind() {
        Field<LeftBehind.Kind> kind =
                Field.enumeration("kind", LeftBehind.Kind.class).notStaged();
        return ofPersons(
                SpecialRegister.LEFT_BEHIND, List.of(kind), row -> new LeftBehind(row.get(kind), null, List.of()));
    }

    @Produces
    @Singleton
    ImportKind certificates() {
        Field<Certificate.Kind> kind =
                Field.enumeration("kind", Certificate.Kind.class).notStaged();
        Field<String> occupation =
                Field.text("occupation", Certificate.LONGEST_TEXT).notStaged();
        Field<Integer> grade = Field.integer("grade", 1, 5).optional().notStaged();
        Field<String> number =
                Field.text("number", Certificate.LONGEST_NUMBER).optional().notStaged();
        Field<String> issuer = Field.text("issuer", Certificate.LONGEST_TEXT).notStaged();
        Field<LocalDate> validTo = Field.date("validTo").optional().notStaged();
        return ofPersons(
                SpecialRegister.CERTIFICATE,
                List.of(kind, occupation, grade, number, issuer, validTo),
                row -> new Certificate(
                        row.get(kind),
                        row.get(occupation),
                        row.find(grade),
                        row.find(number),
                        row.get(issuer),
                        row.find(validTo)));
    }

    /** Boundaries are drawn one by one over HTTP. */
    @Produces
    @Singleton
    ImportKind relocations() {
        Field<Relocation.Way> way =
                Field.enumeration("way", Relocation.Way.class).notStaged();
        Field<Relocation.Settlement> settlement =
                Field.enumeration("settlement", Relocation.Settlement.class).notStaged();
        Field<Relocation.Site> site =
                Field.enumeration("site", Relocation.Site.class).notStaged();
        Field<Long> from = Field.division("fromVillageCode").notStaged();
        Field<String> hamlet =
                Field.text("fromHamlet", Relocation.LONGEST_TEXT).optional().notStaged();
        Field<Long> to = Field.division("toDivision").notStaged();
        Field<String> place = Field.text("toPlace", Relocation.LONGEST_TEXT).notStaged();
        Field<Integer> year = Field.integer("plannedYear", Relocation.FIRST_YEAR, Relocation.LAST_YEAR)
                .notStaged();
        Field<String> signedBy =
                Field.text("signedBy", Relocation.LONGEST_TEXT).optional().notStaged();
        Field<LocalDate> signedOn = Field.date("signedOn").optional().notStaged();
        return new SpecialImport(
                SpecialRegister.RELOCATION,
                List.of(
                        SpecialImport.HOUSEHOLD_ID,
                        way,
                        settlement,
                        site,
                        from,
                        hamlet,
                        to,
                        place,
                        year,
                        signedBy,
                        signedOn),
                row -> null,
                row -> new Relocation(
                        row.get(way),
                        row.get(settlement),
                        row.get(site),
                        new Relocation.Departure(DivisionCode.text(row.get(from)), row.find(hamlet), null, null, null),
                        new Relocation.Destination(DivisionCode.text(row.get(to)), row.get(place)),
                        row.get(year),
                        row.find(signedBy),
                        row.find(signedOn)),
                surroundings);
    }

    private ImportKind ofPersons(SpecialRegister register, List<Field<?>> special, Function<Row, Facts> facts) {
        List<Field<?>> fields = new ArrayList<>(List.of(ID_NUMBER));
        fields.addAll(special);
        return new SpecialImport(register, fields, row -> row.get(ID_NUMBER), facts, surroundings);
    }

    /** Reads the number of a disability certificate; what is wrong with it is told without the number. */
    private record CertificateType() implements FieldType<DisabilityCertificate> {

        @Override
        public DisabilityCertificate ofText(String text) throws InvalidValue {
            return switch (DisabilityCertificate.read(text)) {
                case DisabilityCertificate.Reading.Read(DisabilityCertificate certificate) -> certificate;
                case DisabilityCertificate.Reading.Faulty(NumberFault fault) -> throw new InvalidValue(fault.code());
            };
        }

        @Override
        public CellType<DisabilityCertificate> cell() {
            throw new IllegalStateException("a certificate must not be staged");
        }
    }
}
