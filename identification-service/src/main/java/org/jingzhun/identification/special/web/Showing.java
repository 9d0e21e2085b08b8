package org.jingzhun.identification.special.web;

import java.util.List;
import java.util.function.Function;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.household.identity.Masking;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.SpecialRegister;
import org.jingzhun.identification.special.derivation.Entitlement;
import org.jingzhun.identification.special.facts.Disabled;
import org.jingzhun.identification.special.facts.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is shown of records.
 *
 * @param subsidies the rule of the two subsidies for a village
 */
record Showing(Discretion discretion, Function<Long, Parameters> subsidies) {

    boolean shows(SpecialRegister register) {
        return !register.isSensitive() || discretion.showsHealth();
    }

    String shown(String number) {
        return discretion.showsNumbers() ? number : Masking.mask(number);
    }

    @Nullable
    String number(@Nullable String number) {
        return number == null ? null : shown(number);
    }

    @Nullable
    String contactName(SpecialRecord record) {
        return record.contact() == null ? null : record.contact().name();
    }

    @Nullable
    String contactPhone(SpecialRecord record) {
        String phone = record.contact() == null ? null : record.contact().phone();
        return phone == null || discretion.showsNumbers() ? phone : Masking.maskPhone(phone);
    }

    List<Entitlement> entitlements(SpecialRecord record) {
        return Entitlement.of(
                ((Disabled) record.facts()).disability(), record.hardship(), subsidies.apply(record.villageCode()));
    }
}
