package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingzhun.chassis.testing.Translations;
import org.jingzhun.pairing.codelist.CodeList;
import org.jingzhun.pairing.codelist.CodeLists;
import org.junit.jupiter.api.Test;

/** Everything that the service says is said in Chinese and in English. */
class TranslationsTest {

    @Test
    void everyTextAndLabelIsInBothLanguages() {
        Set<String> faults = Translations.faults();
        assertThat(faults).as(Translations.advice(faults)).isEmpty();
    }

    @Test
    void everyCodeOfTheContractHasItsLabels() throws IOException {
        var codeLists = new CodeLists();
        Map<String, Set<String>> lists = new HashMap<>();
        codeLists
                .list()
                .forEach(list -> lists.put(
                        list.name(),
                        list.entries().stream().map(CodeList.Entry::code).collect(Collectors.toSet())));
        assertThat(Translations.unlabelled(lists))
                .as("schemas with codes; give each a list among the code lists")
                .isEmpty();
    }
}
