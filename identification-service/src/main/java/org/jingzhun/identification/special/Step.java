package org.jingzhun.identification.special;

import static org.jingzhun.identification.special.Stage.APPROVED;
import static org.jingzhun.identification.special.Stage.CONFIRMED;
import static org.jingzhun.identification.special.Stage.DERIVED;
import static org.jingzhun.identification.special.Stage.DOUBTFUL;
import static org.jingzhun.identification.special.Stage.DROPPED_OUT;
import static org.jingzhun.identification.special.Stage.ENDED;
import static org.jingzhun.identification.special.Stage.ENROLLED;
import static org.jingzhun.identification.special.Stage.GRADUATED;
import static org.jingzhun.identification.special.Stage.IN_TREATMENT;
import static org.jingzhun.identification.special.Stage.KEYS_HANDED;
import static org.jingzhun.identification.special.Stage.MOVED_IN;
import static org.jingzhun.identification.special.Stage.OLD_HOUSE_REMOVED;
import static org.jingzhun.identification.special.Stage.PLANNED;
import static org.jingzhun.identification.special.Stage.RECOVERED;
import static org.jingzhun.identification.special.Stage.REGISTERED;
import static org.jingzhun.identification.special.Stage.REJECTED;
import static org.jingzhun.identification.special.Stage.SUSPENDED;
import static org.jingzhun.identification.special.Stage.VALID;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.Level;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the records of the special registers, and which officers take it down. The stages tell the registers
 * apart.
 *
 * <p>Source: none published; stages of schooling and relocation are those of the national register.
 */
@Schema(name = "SpecialStep")
public enum Step {
    /** 建档: puts a record in; no step to take. */
    ENTRY(Set.of(), null, Set.of()),
    /** 更正: what is recorded anew; no step to take. */
    CORRECTION(Set.of(), null, Set.of()),
    /** 随户变动: the record has followed its person into another household. */
    MOVE(Set.of(), null, Set.of()),
    /** 疑似不符: the rule says no more that a confirmed person is left behind. */
    DOUBT(Set.of(), DOUBTFUL, Set.of()),

    /** 升级: the next grade and school year. */
    PROMOTION(Set.of(ENROLLED), ENROLLED, By.LOCAL),
    /** 转学. */
    TRANSFER(Set.of(ENROLLED), ENROLLED, By.LOCAL, Need.SCHOOL),
    /** 休学. */
    SUSPENSION(Set.of(ENROLLED), SUSPENDED, By.LOCAL, Need.REMARK),
    /** 复学. */
    RESUMPTION(Set.of(SUSPENDED, DROPPED_OUT), ENROLLED, By.LOCAL),
    /** 辍学. */
    DROP_OUT(Set.of(ENROLLED, SUSPENDED), DROPPED_OUT, By.LOCAL, Need.CAUSE),
    /** 毕业. */
    GRADUATION(Set.of(ENROLLED), GRADUATED, By.LOCAL),
    /** 就业. */
    EMPLOYMENT(Set.of(GRADUATED), Stage.EMPLOYED, By.LOCAL, Need.REMARK),
    /** 升学. */
    FURTHER_STUDY(Set.of(GRADUATED), Stage.FURTHER_STUDY, By.LOCAL),

    /** 分类救治. */
    TREATMENT(Set.of(REGISTERED), IN_TREATMENT, By.LOCAL),
    /** 治愈. */
    RECOVERY(Set.of(REGISTERED, IN_TREATMENT), RECOVERED, By.LOCAL),

    /** 核实. */
    CONFIRMATION(Set.of(DERIVED, DOUBTFUL, REJECTED), CONFIRMED, By.LOCAL, Need.CONTACT),
    /** 否定. */
    REJECTION(Set.of(DERIVED, DOUBTFUL), REJECTED, By.LOCAL, Need.REMARK),

    /** 审批. */
    APPROVAL(Set.of(PLANNED), APPROVED, Set.of(Level.COUNTY), Need.SIGNATURE, Need.ANOTHER_PERSON),
    /** 交钥匙. */
    KEYS(Set.of(APPROVED), KEYS_HANDED, By.LOCAL),
    /** 入住. */
    MOVING_IN(Set.of(KEYS_HANDED), MOVED_IN, By.LOCAL),
    /** 拆旧复垦. */
    OLD_HOUSE_REMOVAL(Set.of(MOVED_IN), OLD_HOUSE_REMOVED, By.LOCAL),
    /** 退出搬迁. */
    WITHDRAWAL(Set.of(PLANNED, APPROVED), ENDED, By.LOCAL, Need.REMARK),

    /** 终止: died, came back, recorded by mistake, expired. */
    END(
            Set.of(
                    ENROLLED,
                    SUSPENDED,
                    DROPPED_OUT,
                    GRADUATED,
                    REGISTERED,
                    IN_TREATMENT,
                    VALID,
                    DERIVED,
                    CONFIRMED,
                    DOUBTFUL,
                    REJECTED),
            ENDED,
            By.LOCAL,
            Need.REMARK);

    /** An enumeration may not use its own constants while it is made. */
    private static final class By {
        static final Set<Level> LOCAL = Set.of(Level.VILLAGE, Level.TOWNSHIP, Level.COUNTY);
    }

    /** What a step must come with. */
    public enum Need {
        /** Why the student dropped out. */
        CAUSE,
        /** Why, or where to. */
        REMARK,
        /** The new school. */
        SCHOOL,
        /** Who looks after the person. */
        CONTACT,
        /** The household's signature that it moves of its own will (自愿). */
        SIGNATURE,
        /** Whoever entered the record does not approve it. */
        ANOTHER_PERSON
    }

    @SuppressWarnings("ImmutableEnumChecker") // nobody can change it
    private final Set<Stage> from;

    private final @Nullable Stage to;

    @SuppressWarnings("ImmutableEnumChecker") // nobody can change it
    private final Set<Level> takenBy;

    @SuppressWarnings("ImmutableEnumChecker") // nobody can change it
    private final Set<Need> needs;

    Step(Set<Stage> from, @Nullable Stage to, Set<Level> takenBy, Need... needs) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.needs = needs.length == 0 ? Set.of() : EnumSet.copyOf(List.of(needs));
    }

    public Set<Stage> from() {
        return from;
    }

    /** Null where the stage stays. */
    public @Nullable Stage to() {
        return to;
    }

    /** The levels whose officers take it; none for what the service takes down itself. */
    public Set<Level> takenBy() {
        return takenBy;
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }
}
