package org.jingzhun.chassis.idempotency;

/** Leaves a resource method with the first answer, whatever the method's own return type. */
final class Replay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient KeyedAnswers.Answer answer;

    Replay(KeyedAnswers.Answer answer) {
        super("The first answer again", null, false, false);
        this.answer = answer;
    }

    KeyedAnswers.Answer answer() {
        return answer;
    }
}
