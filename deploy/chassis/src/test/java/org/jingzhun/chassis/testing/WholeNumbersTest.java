package org.jingzhun.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholeNumbersTest {

    private static final String ID = "11010519491231002X";

    @Test
    void wholeNumbersAreFoundAsValuesInCellsAndInSentences() {
        assertThat(WholeNumbers.in("{\"idNumber\":\"%s\"}".formatted(ID))).containsExactly(ID);
        assertThat(WholeNumbers.in("张三,%s,13800138000".formatted(ID))).containsExactlyInAnyOrder(ID, "13800138000");
        assertThat(WholeNumbers.in("the certificate %s44".formatted(ID))).containsExactly(ID);
        assertThat(WholeNumbers.in("to 6222020200112230 on the 3rd")).containsExactly("6222020200112230");
    }

    @Test
    void maskedNumbersIdsAndAmountsAreNone() {
        assertThat(WholeNumbers.in("110105********002X *******8000 13800138000.00"))
                .isEmpty();
        assertThat(WholeNumbers.in("01956a1f-7c00-7000-8000-138001380001")).isEmpty();
        assertThat(WholeNumbers.in("the check character does not fit: 110105194912310021"))
                .isEmpty();
        assertThat(WholeNumbers.in("no such day: 110105194913310026")).isEmpty();
    }

    @Test
    void healthIsFoundByTheWordsThatWereSent() {
        String sent = "{\"health\":\"CHRONIC\",\"disability\" : \"LIMB_2\"}\n{\"health\":\"HEALTHY\"}";
        assertThat(WholeNumbers.healthIn(sent)).containsExactly("CHRONIC", "LIMB_2");
        assertThat(WholeNumbers.isWord("LIMB_2", "a,LIMB_2,b")).isTrue();
        assertThat(WholeNumbers.isWord("LIMB_2", "\"LIMB_20\"")).isFalse();
    }
}
