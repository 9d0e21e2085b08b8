package org.jingzhun.identification.household.web;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.household.Education;
import org.jingzhun.identification.household.Health;
import org.jingzhun.identification.household.HouseholdFacts;
import org.jingzhun.identification.household.Labour;
import org.jingzhun.identification.household.MemberFacts;
import org.jingzhun.identification.household.Relation;
import org.jingzhun.identification.household.Schooling;
import org.jingzhun.identification.household.Secrets;
import org.jingzhun.identification.household.Work;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.household.identity.Masking;
import org.jingzhun.identification.household.identity.NumberFault;
import org.jingzhun.identification.household.identity.ResidentId;
import org.jingzhun.identification.household.identity.Sex;
import org.jspecify.annotations.Nullable;

/** A household as clients send it: all of it, in place of what was recorded. */
@Schema(name = "HouseholdBody")
public record HouseholdBody(
        @NotNull @Pattern(regexp = DivisionCode.PATTERN) String villageCode,
        @NotNull @Size(max = HouseholdFacts.LONGEST_NAME) String hamlet,
        @NotNull @Size(max = HouseholdFacts.LONGEST_ADDRESS) String address,
        @NotBlank @Size(max = HouseholdFacts.LONGEST_NAME) String householder,

        @Size(min = 1, max = HouseholdFacts.LONGEST_PHONE) @Nullable
        String phone,

        @NotNull @Size(max = 100) List<@NotNull @Valid MemberBody> members) {

    /** A member as clients send it. */
    @Schema(name = "MemberBody")
    public record MemberBody(
            @Schema(description = "UUIDv7; left out for a new member whose id the server shall choose.") @Nullable
            UUID id,

            @NotBlank @Size(max = HouseholdFacts.LONGEST_NAME)
            String name,

            @Schema(description = "18 characters, GB 11643.") @NotNull @Size(max = 18)
            String idNumber,

            @NotNull Sex sex,
            @NotNull LocalDate birthDate,
            @NotNull Relation relation,

            @Schema(description = "GB/T 3304, for example 08.") @NotNull @Pattern(regexp = HouseholdFacts.ETHNICITY)
            String ethnicity,

            @NotNull Education education,
            @NotNull Schooling schooling,
            @NotNull Health health,

            @Schema(description = "Type and grade, for example LIMB_2.") @Size(max = 20) @Nullable
            String disability,

            @NotNull Labour labour,
            @NotNull Work work,
            @NotNull @Min(0) @Max(12) Integer monthsWorked,
            @NotNull Boolean insured,
            @NotNull Boolean pensioned) {

        private @Nullable MemberFacts facts(String pointer, List<FieldError> errors) {
            int before = errors.size();
            ResidentId number = readNumber(pointer, errors);
            Disability certified = readDisability(pointer, errors);
            if (number == null || errors.size() > before) {
                return null;
            }
            return new MemberFacts(
                    id == null ? UuidCreator.getTimeOrderedEpoch() : id,
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
                    new Secrets(number, health, certified));
        }

        private @Nullable ResidentId readNumber(String pointer, List<FieldError> errors) {
            return switch (ResidentId.read(idNumber)) {
                case ResidentId.Reading.Faulty(NumberFault fault) -> {
                    errors.add(new FieldError(pointer + "/idNumber", fault.code(), null));
                    yield null;
                }
                case ResidentId.Reading.Read(ResidentId read) -> {
                    if (!read.birthDate().equals(birthDate)) {
                        errors.add(new FieldError(pointer + "/birthDate", "birth-date-differs", null));
                    }
                    if (!read.fits(sex)) {
                        errors.add(new FieldError(pointer + "/sex", "sex-differs", null));
                    }
                    yield read;
                }
            };
        }

        private @Nullable Disability readDisability(String pointer, List<FieldError> errors) {
            try {
                return disability == null ? null : Disability.parse(disability);
            } catch (IllegalArgumentException malformed) {
                errors.add(new FieldError(pointer + "/disability", "disability-format", null));
                return null;
            }
        }
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 400 {@code invalid-fields} with every fault of the members */
    HouseholdFacts facts() {
        List<FieldError> errors = new ArrayList<>();
        if (Masking.isMasked(phone)) {
            errors.add(new FieldError("/phone", "masked-number", null));
        }
        return new HouseholdFacts(
                DivisionCode.parse(villageCode), hamlet, address, householder, phone, facts(members, errors));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 400 {@code invalid-fields} with every fault of the members */
    public static List<MemberFacts> facts(List<MemberBody> members) {
        return facts(members, new ArrayList<>());
    }

    private static List<MemberFacts> facts(List<MemberBody> members, List<FieldError> errors) {
        List<MemberFacts> facts = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            MemberFacts member = members.get(i).facts("/members/" + i, errors);
            if (member != null) {
                facts.add(member);
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.of(400, "invalid-fields", errors.size()).with(errors).asException();
        }
        return facts;
    }
}
