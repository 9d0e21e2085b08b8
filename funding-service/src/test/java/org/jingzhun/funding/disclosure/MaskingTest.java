package org.jingzhun.funding.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "张三丰, 1, 张**",
        "李四, 1, 李*",
        "李四, 5, 李*",
        "韦, 1, *",
        "欧阳锋, 2, 欧阳*",
        "张三丰, 0,",
        "' ', 1,",
        ", 1,",
        "𠮷田, 1, 𠮷*"
    })
    void aNameShowsItsFirstLettersOnly(@Nullable String name, int shown, @Nullable String masked) {
        assertThat(Masking.mask(name, shown)).isEqualTo(masked);
    }

    @Property(tries = 50)
    void theWholeNameIsNeverShown(
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String name, @ForAll @IntRange(max = 10) int shown) {
        assertThat(Masking.mask(name, shown)).isNotEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"451031199001011234", "45103119900101123X", "6222021234567890123", "13812345678"})
    void aNumberOfAPersonIsNotAnnounced(String number) {
        assertThatThrownBy(() -> announcement("补助 " + number)).isInstanceOf(DisclosureRefusal.PersonalData.class);
        assertThat(announcement("补助 2016").title()).isEqualTo("补助 2016");
        assertThat(announcement("451031900201 补助 0771-2345678").title()).contains("451031900201");
    }

    private static Announcement announcement(String title) {
        return new Announcement(
                DisclosureKind.BENEFIT,
                DisclosurePhase.RESULT,
                UUID.randomUUID(),
                450_938_000_000L,
                450_938_000_000L,
                2016,
                title,
                "",
                null,
                "",
                List.of());
    }
}
