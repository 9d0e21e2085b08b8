package org.jingzhun.identification.veto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VetoListsTest {

    private final VetoList list = ShippedVetoLists.read().getFirst();

    @Test
    void theListHasItsEightVetoesEachWithItsSource() {
        assertThat(list.vetoes()).extracting(Veto::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(list.vetoes()).extracting(Veto::code).doesNotHaveDuplicates();
        assertThat(list.vetoes()).allSatisfy(veto -> {
            assertThat(veto.mark()).isIn("PUBLIC", "UNVERIFIED");
            assertThat(veto.source()).isNotBlank();
            assertThat(veto.nameZh()).isNotBlank();
        });
    }

    @Test
    void everyExceptionHasItsReasonAndSourceAndNamesAVetoOfTheList() {
        assertThat(list.exceptions()).extracting(VetoException::code).doesNotHaveDuplicates();
        assertThat(list.exceptions()).extracting(VetoException::rule).contains(ExceptionRule.values());
        assertThat(list.exceptions()).allSatisfy(exception -> {
            assertThat(exception.mark()).isIn("PUBLIC", "UNVERIFIED");
            assertThat(exception.source()).isNotBlank();
            assertThat(exception.nameZh()).isNotBlank();
            if (exception.veto() != null) {
                assertThat(list.vetoes()).extracting(Veto::code).contains(exception.veto());
            }
        });
        assertThat(list.exceptionsToState("BUSINESS")).containsExactly("SHARES_OF_LAND_OR_LOAN", "HARDSHIP");
        assertThat(list.exceptionsToState("VEHICLE")).containsExactly("HARDSHIP");
    }

    @Test
    void everySourceOfRecordsTellsOfOneVeto() {
        for (AssetSource source : AssetSource.values()) {
            assertThat(list.findBy(source)).as(source.name()).isPresent();
        }
        assertThat(list.findBy(AssetSource.VEHICLE).orElseThrow().leastValueFen())
                .isEqualTo(3_000_000);
    }
}
