package org.jingzhun.identification.special.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.special.Recording;
import org.jingzhun.identification.special.facts.SchoolLevel;
import org.jingzhun.identification.special.facts.Student;
import org.jspecify.annotations.Nullable;

/** A student at one level of school, as clients send it. */
@Schema(name = "StudentBody")
public record StudentBody(
        @NotNull UUID memberId,

        @Schema(description = "The day on which the enrolment at this level begins.") @NotNull
        LocalDate since,

        @NotNull SchoolLevel level,
        @NotNull @Min(1) @Max(Student.HIGHEST_GRADE) Integer grade,

        @Schema(description = "The year in which it begins.") @NotNull @Min(Student.FIRST_YEAR) @Max(Student.LAST_YEAR)
        Integer schoolYear,

        @NotBlank @Size(max = Student.LONGEST_SCHOOL) String school,
        @Valid @Nullable ContactBody contact) {

    Recording.Statement statement() {
        return new Recording.Statement(
                memberId, since, ContactBody.contact(contact), new Student(level, grade, schoolYear, school));
    }
}
