package org.jingzhun.acceptance.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jingzhun.acceptance.fuzz.Spoiling.Spoilt;
import org.jingzhun.standalone.Token;

/** Nobody, somebody with a broken token, and somebody who may not. */
final class CallerSpoilings {

    private static final List<String> BROKEN = List.of(
            "Bearer x",
            "Bearer ",
            "Basic dXNlcjpwYXNz",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwiZ3JvdXBzIjpbImF1ZGl0b3IiXSwiYXJlYSI6IjQ1In0.",
            "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4IiwiZ3JvdXBzIjpbImF1ZGl0b3IiXSwiYXJlYSI6IjQ1In0.AAAA",
            "Bearer a.b.c");

    private final Callers callers;

    CallerSpoilings(Callers callers) {
        this.callers = callers;
    }

    List<Spoiling> all() {
        return List.of(this::nobody, this::broken, this::wrongRole, this::wrongRole, this::helperWithoutId);
    }

    private Optional<Spoilt> nobody(Draft draft, Random random) {
        draft.caller = null;
        return Optional.of(new Spoilt("no-token", !draft.operation().anybodyMay()));
    }

    private Optional<Spoilt> broken(Draft draft, Random random) {
        draft.caller = null;
        draft.headers().put("Authorization", BROKEN.get(random.nextInt(BROKEN.size())));
        return Optional.of(new Spoilt("broken-token", !draft.operation().anybodyMay()));
    }

    private Optional<Spoilt> wrongRole(Draft draft, Random random) {
        return callers.wrong(draft.operation(), random).map(caller -> {
            draft.caller = caller;
            return new Spoilt("wrong-role " + caller.role(), true);
        });
    }

    private Optional<Spoilt> helperWithoutId(Draft draft, Random random) {
        if (!draft.operation().roles().contains("helper")) {
            return Optional.empty();
        }
        draft.caller = new Token("helper", "451031", "nameless", Optional.empty());
        return Optional.of(new Spoilt("helper-without-id", false));
    }
}
