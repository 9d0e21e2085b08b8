package org.jingzhun.identification.veto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VetoListsTest {

    private final VetoList list = new VetoLists().get("GX-2015");

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
    void everySourceOfRecordsTellsOfOneVeto() {
        for (AssetSource source : AssetSource.values()) {
            assertThat(list.findBy(source)).as(source.name()).isPresent();
        }
        assertThat(list.findBy(AssetSource.VEHICLE).orElseThrow().leastValueFen())
                .isEqualTo(3_000_000);
    }
}
