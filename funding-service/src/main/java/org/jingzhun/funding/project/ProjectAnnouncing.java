package org.jingzhun.funding.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jingzhun.funding.disclosure.Announcement;
import org.jingzhun.funding.disclosure.DisclosedRow;
import org.jingzhun.funding.disclosure.Disclosing;
import org.jingzhun.funding.disclosure.DisclosureKind;
import org.jingzhun.funding.disclosure.DisclosurePhase;
import org.jingzhun.funding.ledger.money.Money;

/** Lets everybody know of a project before and after (项目公告公示): what it is for and what it costs, never for whom. */
@ApplicationScoped
class ProjectAnnouncing {

    private final Disclosing disclosing;

    ProjectAnnouncing(Disclosing disclosing) {
        this.disclosing = disclosing;
    }

    /** @param households how many it is for */
    void planned(Project project, String document, long households) {
        announce(project, DisclosurePhase.PLAN, document, project.amount(), "", households);
    }

    /** What was accepted, with the money it was given. */
    void done(Project project, String document, long households) {
        announce(project, DisclosurePhase.RESULT, document, project.funded(), "", households);
    }

    /** That it does not go on. */
    void abandoned(Project project, String document, long households) {
        announce(project, DisclosurePhase.RESULT, document, project.funded(), "项目终止", households);
    }

    private void announce(
            Project project, DisclosurePhase phase, String document, Money amount, String remark, long households) {
        disclosing.announce(new Announcement(
                DisclosureKind.PROJECT,
                phase,
                project.id(),
                project.county(),
                project.division(),
                project.year(),
                project.name(),
                document,
                amount,
                remark,
                List.of(new DisclosedRow(
                        project.division(), project.proposal().place() + "，受益户数" + households, null, null, amount))));
    }
}
