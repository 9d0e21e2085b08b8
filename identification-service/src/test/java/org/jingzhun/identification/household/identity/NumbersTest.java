package org.jingzhun.identification.household.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers end their sequence with 000, which is not given out. */
class NumbersTest {

    private static final String NUMBER = "452631196503120005";

    @ParameterizedTest
    @CsvSource({
        "45103119700101000X, 1970-01-01",
        "45103120080229000X, 2008-02-29",
        "452631196503120005, 1965-03-12",
        "451027199912310008, 1999-12-31",
        "511024194306150002, 1943-06-15",
        "451002200001010002, 2000-01-01"
    })
    void aNumberTellsBirthAndSex(String number, LocalDate birthDate) {
        ResidentId id = read(number);
        assertThat(id.number()).isEqualTo(number);
        assertThat(id.birthDate()).isEqualTo(birthDate);
        assertThat(id.sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void anOddSequenceIsAMan() {
        assertThat(read("45103119491231001" + checkOf("45103119491231001")).sex())
                .isEqualTo(Sex.MALE);
    }

    @Test
    void aNumberThatWasNeverIssuedSaysNothingOfTheSex() {
        assertThat(read(NUMBER).fits(Sex.MALE)).isTrue();
        assertThat(read(NUMBER).fits(Sex.FEMALE)).isTrue();
        ResidentId man = read("45103119491231001" + checkOf("45103119491231001"));
        assertThat(man.fits(Sex.MALE)).isTrue();
        assertThat(man.fits(Sex.FEMALE)).isFalse();
    }

    @Test
    void aLowerCaseXAndBlanksAroundANumberAreTakenAsMeant() {
        assertThat(read(" 45103119700101000x ").number()).isEqualTo("45103119700101000X");
    }

    @ParameterizedTest
    @CsvSource({
        "45263119650312000, WRONG_LENGTH",
        "4526311965031200055, WRONG_LENGTH",
        "'', WRONG_LENGTH",
        "45263119650312OOO5, WRONG_CHARACTER",
        "X52631196503120005, WRONG_CHARACTER",
        "45263119650312000A, WRONG_CHARACTER",
        "４５263119650312000５, WRONG_CHARACTER",
        "451031200702290000, NO_SUCH_DAY",
        "451031200713010000, NO_SUCH_DAY",
        "451031200700010000, NO_SUCH_DAY",
        "452631196503120006, WRONG_CHECK_CHARACTER",
        "45263119650312000X, WRONG_CHECK_CHARACTER"
    })
    void aFaultyNumberIsRefusedWithItsFault(String number, NumberFault fault) {
        assertThat(ResidentId.read(number)).isEqualTo(new ResidentId.Reading.Faulty(fault));
        assertThatThrownBy(() -> new ResidentId(number)).hasMessage(fault.detail());
    }

    /** GB 11643 was made so that one wrong digit always shows. */
    @Property(tries = 500)
    void oneWrongDigitAlwaysShows(
            @ForAll @IntRange(max = 17) int place, @ForAll @CharRange(from = '0', to = '9') char digit) {
        String changed = NUMBER.substring(0, place) + digit + NUMBER.substring(place + 1);
        assertThat(ResidentId.read(changed) instanceof ResidentId.Reading.Read).isEqualTo(changed.equals(NUMBER));
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedAndNeverThrows(@ForAll @StringLength(max = 24) String text) {
        switch (ResidentId.read(text)) {
            case ResidentId.Reading.Read(ResidentId id) ->
                assertThat(id.number()).hasSize(18);
            case ResidentId.Reading.Faulty(NumberFault fault) ->
                assertThat(fault.detail()).isNotBlank();
        }
        assertThat(DisabilityCertificate.read(text)).isNotNull();
    }

    @Test
    void theTextOfANumberIsMasked() {
        assertThat(read(NUMBER)).hasToString("452631********0005");
        assertThat(Masking.mask("1234567890")).isEqualTo("**********");
        assertThat(Masking.mask("12345678901")).isEqualTo("123456*8901");
        assertThat(Masking.maskPhone("13800001234")).isEqualTo("*******1234");
        assertThat(Masking.maskPhone("1234")).isEqualTo("****");
    }

    @ParameterizedTest
    @CsvSource({"42, LIMB_2, 0", "11, SIGHT_1, 0", "74B1, MULTIPLE_4, 1", "63b9, MENTAL_3, 9"})
    void aDisabilityCertificateTellsHolderTypeAndGrade(String end, String disability, int reissues) {
        assertThat(DisabilityCertificate.read(NUMBER + end))
                .isInstanceOfSatisfying(DisabilityCertificate.Reading.Read.class, read -> {
                    DisabilityCertificate certificate = read.certificate();
                    assertThat(certificate.holder()).isEqualTo(read(NUMBER));
                    assertThat(certificate.disability()).isEqualTo(Disability.parse(disability));
                    assertThat(certificate.reissues()).isEqualTo(reissues);
                    assertThat(certificate.number()).isEqualTo(NUMBER + end.toUpperCase(java.util.Locale.ROOT));
                    assertThat(certificate.toString()).startsWith("452631*").doesNotContain("19650312");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "4, WRONG_LENGTH",
        "42B, WRONG_LENGTH",
        "82, UNKNOWN_TYPE",
        "02, UNKNOWN_TYPE",
        "40, UNKNOWN_GRADE",
        "45, UNKNOWN_GRADE",
        "42C1, WRONG_REISSUE",
        "42B0, WRONG_REISSUE",
        "42Bx, WRONG_REISSUE"
    })
    void aFaultyDisabilityCertificateIsRefusedWithItsFault(String end, NumberFault fault) {
        assertThat(DisabilityCertificate.read(NUMBER + end)).isEqualTo(new DisabilityCertificate.Reading.Faulty(fault));
    }

    @Test
    void aDisabilityCertificateOfAFaultyNumberIsRefused() {
        assertThat(DisabilityCertificate.read("45263119650312000642"))
                .isEqualTo(new DisabilityCertificate.Reading.Faulty(NumberFault.WRONG_CHECK_CHARACTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIMB", "LIMB_", "LIMB_5", "LIMB_0", "ARM_1", "_1", "LIMB_12", ""})
    void aTextThatIsNoDisabilityIsRefused(String text) {
        assertThatThrownBy(() -> Disability.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDisabilityIsReadFromItsOwnText() {
        for (Disability.Type type : Disability.Type.values()) {
            Disability disability = new Disability(type, 3);
            assertThat(Disability.parse(disability.toString())).isEqualTo(disability);
        }
    }

    private static ResidentId read(String number) {
        return switch (ResidentId.read(number)) {
            case ResidentId.Reading.Read(ResidentId id) -> id;
            case ResidentId.Reading.Faulty(NumberFault fault) -> throw new AssertionError(fault);
        };
    }

    /** The check character by the text of the standard: the weighted sum of all 18 is 1 modulo 11. */
    private static char checkOf(String first17) {
        for (char check : "0123456789X".toCharArray()) {
            int sum = check == 'X' ? 10 : check - '0';
            for (int i = 0; i < 17; i++) {
                sum += (first17.charAt(i) - '0') * ((1 << (17 - i)) % 11);
            }
            if (sum % 11 == 1) {
                return check;
            }
        }
        throw new AssertionError("no check character fits");
    }
}
