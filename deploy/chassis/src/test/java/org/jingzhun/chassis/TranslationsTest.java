package org.jingzhun.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jingzhun.chassis.testing.Translations;
import org.junit.jupiter.api.Test;

/** What every service says is said in Chinese and in English. */
class TranslationsTest {

    @Test
    void everyTextIsInBothLanguages() {
        Set<String> faults = Translations.faults();
        assertThat(faults).as(Translations.advice(faults)).isEmpty();
    }
}
