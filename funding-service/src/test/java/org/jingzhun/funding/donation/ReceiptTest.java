package org.jingzhun.funding.donation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTest {

    @ParameterizedTest
    @CsvSource({
        "0.01, 壹分",
        "0.10, 壹角整",
        "1.00, 壹元整",
        "1.05, 壹元零伍分",
        "10.00, 壹拾元整",
        "101.00, 壹佰零壹元整",
        "1000000.00, 壹佰万元整",
        "10000.50, 壹万元伍角整",
        "1234567.89, 壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分",
        "100000001.00, 壹亿零壹元整",
        "10020.00, 壹万零贰拾元整",
        "100000000000000.00, 壹佰万亿元整"
    })
    void amountsAreWrittenInCapitals(String amount, String words) {
        assertThat(ChineseAmount.of(Money.parse(amount))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON,       王小明, true,  王**",
        "PERSON,       王小明, false, 王小明",
        "PERSON,       ,       false, 匿名",
        "ORGANISATION, 某公司, true,  某单位",
        "ORGANISATION, 某公司, false, 某公司",
        "PERSON,       𠮷田,   true,  𠮷**"
    })
    void thePublicSeesTheNameAsTheDonorAsked(Donor.Kind kind, @Nullable String name, boolean hidden, String shown) {
        assertThat(new Donor(kind, name, hidden).inPublic()).isEqualTo(shown);
    }

    @Test
    void theReceiptKeepsTheFullName() {
        assertThat(new Donor(Donor.Kind.PERSON, "王小明", true).onReceipt()).isEqualTo("王小明");
    }
}
