package org.jingzhun.funding.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Predicate;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;

/** Loads versions of rules and lists that hold at a place (按地区的政策版本). None ever changes. */
@ApplicationScoped
public class VersionLoading {

    /** Who may load a version for everywhere. */
    private static final Set<String> OF_EVERYWHERE = Set.of("region-officer", "admin");

    private final Audit audit;
    private final CurrentCaller caller;

    VersionLoading(Audit audit, CurrentCaller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * A version of a rule or list.
     *
     * @param kind {@code benefit-rule}, for example, as the audit trail names it
     * @param division 0 for everywhere
     * @param label the version with its place
     */
    public record Version(String kind, String name, long division, String version, String label) {}

    /**
     * Loads within the caller's transaction.
     *
     * @param add adds the version by the name of whoever loads it, and tells whether it was new
     * @throws DataRefusal if the place is foreign, or there is such a version
     */
    public void load(Version version, Predicate<String> add) {
        var acting = caller.get();
        boolean allowed = version.division() == 0
                ? acting.hasAny(OF_EVERYWHERE)
                : acting.area().covers(version.division());
        if (!allowed) {
            throw new DataRefusal.OutsideArea(version.division());
        }
        if (!add.test(acting.subject())) {
            throw new DataRefusal.LoadedBefore(version);
        }
        audit.record(AuditEntry.of(version.kind() + "-loaded", version.kind(), version.name() + " " + version.label()));
    }
}
