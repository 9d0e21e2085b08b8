package org.jingzhun.pairing.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.enterpriseproject.ProjectKind;
import org.jingzhun.pairing.handbook.Need;
import org.jingzhun.pairing.helper.AbsenceKind;
import org.jingzhun.pairing.helper.Calling;
import org.jingzhun.pairing.helper.ConflictKind;
import org.jingzhun.pairing.helper.Rank;
import org.jingzhun.pairing.helper.UnitLevel;
import org.jingzhun.pairing.link.LinkKind;
import org.jingzhun.pairing.link.LinkState;
import org.jingzhun.pairing.link.LinkStep;
import org.jingzhun.pairing.pairing.PairingState;
import org.jingzhun.pairing.pairing.PairingStep;
import org.jingzhun.pairing.planning.Stage;
import org.jingzhun.pairing.planning.Step;
import org.jingzhun.pairing.planning.Term;
import org.jingzhun.pairing.planning.UnpairedRow;
import org.jingzhun.pairing.social.CampaignKind;
import org.jingzhun.pairing.visit.Confirmation;
import org.jingzhun.pairing.visit.IncomeItems;
import org.jingzhun.pairing.visit.NeedKind;
import org.jingzhun.pairing.visit.PhotoDoubt;
import org.jingzhun.pairing.visit.Risk;

/** All code lists, made from the enumerations themselves, so that no code can be without its labels. */
@ApplicationScoped
public class CodeLists {

    private static final LocalDate SINCE = LocalDate.of(2015, 1, 1);
    private static final String OWN = "This service";

    private final List<CodeList> lists = List.of(
            list("cause", "National register (建档立卡)", Cause.values(), Cause::chinese, Cause::english),
            list(
                    "social-campaign-kind",
                    "Social campaigns of the region's plans (系列社会活动)",
                    CampaignKind.values(),
                    CampaignKind::chinese,
                    CampaignKind::english),
            list(
                    "enterprise-project-kind",
                    "Ten thousand enterprises help ten thousand villages (万企帮万村)",
                    ProjectKind.values(),
                    ProjectKind::chinese,
                    ProjectKind::english),
            list("link-state", OWN, LinkState.values(), LinkState::chinese, LinkState::english),
            list("link-step", OWN, LinkStep.values(), LinkStep::chinese, LinkStep::english),
            list("calling", OWN, Calling.values(), Calling::chinese, Calling::english),
            list("absence-kind", OWN, AbsenceKind.values(), AbsenceKind::chinese, AbsenceKind::english),
            list("conflict-kind", OWN, ConflictKind.values(), ConflictKind::chinese, ConflictKind::english),
            list("link-kind", OWN, LinkKind.values(), LinkKind::chinese, LinkKind::english),
            list("pairing-state", OWN, PairingState.values(), PairingState::chinese, PairingState::english),
            list("pairing-step", OWN, PairingStep.values(), PairingStep::chinese, PairingStep::english),
            list("plan-stage", OWN, Stage.values(), Stage::chinese, Stage::english),
            list("plan-step", OWN, Step.values(), Step::chinese, Step::english),
            list("plan-term", OWN, Term.values(), Term::chinese, Term::english),
            list("rank", "Civil Servant Law: ranks of leading posts", Rank.values(), Rank::chinese, Rank::english),
            list("unit-level", OWN, UnitLevel.values(), UnitLevel::chinese, UnitLevel::english),
            list(
                    "unpaired-reason",
                    OWN,
                    UnpairedRow.Reason.values(),
                    UnpairedRow.Reason::chinese,
                    UnpairedRow.Reason::english),
            list(
                    "visit-risk",
                    "The list monitoring-risk of identification",
                    Risk.values(),
                    Risk::chinese,
                    Risk::english),
            list("visit-need", OWN, NeedKind.values(), NeedKind::chinese, NeedKind::english),
            list("need-outcome", OWN, Need.Outcome.values(), Need.Outcome::chinese, Need.Outcome::english),
            list("photo-doubt", OWN, PhotoDoubt.values(), PhotoDoubt::chinese, PhotoDoubt::english),
            list(
                    "visit-confirmation",
                    OWN,
                    Confirmation.By.values(),
                    Confirmation.By::chinese,
                    Confirmation.By::english),
            new CodeList(
                    "income-item",
                    "Income rules of identification; an item of several versions stands once for each",
                    IncomeItems.list().stream()
                            .map(item -> new CodeList.Entry(
                                    item.code(), item.chinese(), item.english(), item.validFrom(), null))
                            .toList()));

    public List<CodeList> list() {
        return lists;
    }

    public Optional<CodeList> find(String name) {
        return lists.stream().filter(list -> list.name().equals(name)).findFirst();
    }

    private static <E extends Enum<E>> CodeList list(
            String name, String source, E[] codes, Function<E, String> chinese, Function<E, String> english) {
        return new CodeList(
                name,
                source,
                Arrays.stream(codes)
                        .map(code ->
                                new CodeList.Entry(code.name(), chinese.apply(code), english.apply(code), SINCE, null))
                        .toList());
    }
}
