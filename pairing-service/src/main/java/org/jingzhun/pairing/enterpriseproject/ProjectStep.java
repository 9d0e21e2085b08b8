package org.jingzhun.pairing.enterpriseproject;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of an enterprise's project (村企帮扶项目程序). */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum ProjectStep implements Move<ProjectState> {

    /** For the enterprise, which has no office of its own here (申报). */
    PROPOSE(Set.of(), ProjectState.PROPOSED, Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER), List.of()),

    /** By another person (立项). */
    AGREE(Set.of(ProjectState.PROPOSED), ProjectState.UNDER_WAY, Set.of(Role.COUNTY_OFFICER), List.of(PROPOSE)),

    /** (撤回) */
    WITHDRAW(
            Set.of(ProjectState.PROPOSED),
            ProjectState.WITHDRAWN,
            Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER),
            List.of()),

    /** (结束) */
    CLOSE(Set.of(ProjectState.UNDER_WAY), ProjectState.CLOSED, Set.of(Role.COUNTY_OFFICER), List.of());

    private final Set<ProjectState> from;
    private final ProjectState to;
    private final Set<String> takenBy;
    private final List<ProjectStep> mustDifferFrom;

    ProjectStep(Set<ProjectState> from, ProjectState to, Set<String> takenBy, List<ProjectStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<ProjectState> from() {
        return from;
    }

    @Override
    public ProjectState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<ProjectStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
