package org.jingzhun.funding.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.funding.disbursement.HouseholdBenefits;
import org.jingzhun.funding.fund.rule.FundRule;
import org.jingzhun.funding.fund.rule.OtherAid;

/** What this service itself knows of other aid that a household received: it must not be left out of an application. */
@ApplicationScoped
class ReceivedAid {

    /** Codes of benefits whose name as other aid differs. */
    private static final Map<String, String> AS_OTHER_AID =
            Map.of("MEDICAL_AID", "MEDICAL_RELIEF", "DIBAO_LINK", "DIBAO");

    private final HouseholdBenefits benefits;

    ReceivedAid(HouseholdBenefits benefits) {
        this.benefits = benefits;
    }

    /** Aid that the rule puts first, that arrived in the year, and that the application does not say was received. */
    Set<String> undeclared(UUID household, AidRequest asked, FundRule rule) {
        var said = asked.otherAid().stream()
                .filter(aid -> aid.outcome() == OtherAid.Outcome.RECEIVED)
                .map(OtherAid::code)
                .collect(Collectors.toSet());
        return benefits.sums(household, asked.year()).stream()
                .map(sum -> AS_OTHER_AID.getOrDefault(sum.benefit(), sum.benefit()))
                .filter(rule.exhausted()::contains)
                .filter(code -> !said.contains(code))
                .collect(Collectors.toSet());
    }
}
