package org.jingzhun.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a text in two languages must be; and the chassis' own are so. */
class BilingualTextTest {

    @Test
    void aTextInBothLanguagesWithTheSameValuesIsWell() {
        assertThat(BilingualText.faults("The field {0} is unknown.", "字段 {0} 未知。"))
                .isEmpty();
        assertThat(BilingualText.faults("Region (自治区)", "自治区")).isEmpty();
        assertThat(BilingualText.faults("20 to 40 %", "20%-40%")).isEmpty();
    }

    @Test
    void whatIsMissingInALanguageIsNamed() {
        assertThat(BilingualText.faults("", "省级")).hasSize(1);
        assertThat(BilingualText.faults("Province", "")).hasSize(1);
    }

    @Test
    void aTextInTheOtherLanguageIsNamed() {
        assertThat(BilingualText.faults("A 省 is missing", "缺少省级")).hasSize(1);
        assertThat(BilingualText.faults("Not found", "Not found")).hasSize(1);
        assertThat(BilingualText.faults("Read it again.", "请重新读取 and try again。"))
                .hasSize(1);
    }

    @Test
    void otherValuesAreNamed() {
        assertThat(BilingualText.faults("At most {0} of {1}.", "最多 {0} 个。")).hasSize(1);
    }

    @Test
    void everythingThatTheChassisSaysIsSaidInBothLanguages() {
        Set<String> faults = Translations.faults();
        assertThat(faults).as(Translations.advice(faults)).isEmpty();
    }
}
