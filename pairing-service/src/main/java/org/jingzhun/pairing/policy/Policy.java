package org.jingzhun.pairing.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jingzhun.chassis.http.Problem;

/** A rule with all its versions: those of {@code policies/<name>.csv} and those that were loaded since. */
public final class Policy {

    private final String name;
    private final Supplier<List<PolicyVersion>> all;

    Policy(String name, Supplier<List<PolicyVersion>> all) {
        this.name = name;
        this.all = all;
    }

    /** @throws IllegalStateException when two versions begin on the same day */
    static Policy of(String name, List<PolicyVersion> versions) {
        Set<LocalDate> beginnings = new HashSet<>();
        for (PolicyVersion version : versions) {
            if (!beginnings.add(version.validFrom())) {
                throw new IllegalStateException("Version " + version.version() + " of " + name
                        + " must begin on a day of its own, but another begins on " + version.validFrom());
            }
        }
        return new Policy(name, () -> versions);
    }

    /** By first day. */
    public List<PolicyVersion> versions() {
        return all.get().stream()
                .sorted(Comparator.comparing(PolicyVersion::validFrom))
                .toList();
    }

    /**
     * The version that a decision stored.
     *
     * @throws IllegalStateException when there is none of this name
     */
    public PolicyVersion version(String version) {
        return all.get().stream()
                .filter(each -> each.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Version " + version + " of " + name + " must stay in policies/" + name + ".csv"));
    }

    /** Refuses a day before the first version: for it nothing was ruled, and nothing can be decided. */
    public PolicyVersion on(LocalDate day) {
        return all.get().stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .max(Comparator.comparing(PolicyVersion::validFrom))
                .orElseThrow(() -> Problem.of(
                                422,
                                "no-policy-yet",
                                name,
                                day.toString(),
                                versions().getFirst().validFrom().toString())
                        .asException());
    }
}
