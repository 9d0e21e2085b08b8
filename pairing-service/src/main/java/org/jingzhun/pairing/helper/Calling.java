package org.jingzhun.pairing.helper;

/** What a helper is beside its post, as far as a duty asks for it (身份). */
public enum Calling {
    TEACHER("教师", "Teacher"),
    PARTY_MEMBER("党员", "Party member");

    private final String chinese;
    private final String english;

    Calling(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
