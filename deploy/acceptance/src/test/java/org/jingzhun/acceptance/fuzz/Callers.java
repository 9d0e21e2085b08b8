package org.jingzhun.acceptance.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jingzhun.standalone.Token;

/** Who calls: every role in several areas, under many names, so that limits for one caller are not met by chance. */
record Callers(Pool pool) {

    static final List<String> ROLES = List.of(
            "surveyor",
            "village-officer",
            "township-officer",
            "county-officer",
            "city-officer",
            "region-officer",
            "finance-officer",
            "auditor",
            "supervisor",
            "helper",
            "system",
            "admin");

    private static final List<String> AREAS =
            List.of("45", "4510", "451031", "451031", "451031", "451031100", "511024");
    private static final int PEOPLE = 60;

    /** Somebody who may call the operation, most often in the sample county. */
    Token right(Operation operation, RandomGenerator random) {
        List<String> roles = operation.anybodyMay() ? ROLES : operation.roles();
        return of(roles.get(random.nextInt(roles.size())), random);
    }

    /** Somebody who may not. */
    Optional<Token> wrong(Operation operation, RandomGenerator random) {
        List<String> others = operation.anybodyMay()
                ? List.of()
                : ROLES.stream()
                        .filter(role -> !operation.roles().contains(role))
                        .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(of(others.get(random.nextInt(others.size())), random));
    }

    private Token of(String role, RandomGenerator random) {
        String name = "caller " + random.nextInt(PEOPLE);
        Optional<String> helper =
                role.equals("helper") ? pool.find("helperId", random).map(id -> id.asText()) : Optional.empty();
        return new Token(role, area(role, random), name, helper);
    }

    private static String area(String role, RandomGenerator random) {
        return switch (role) {
            case "region-officer", "admin" -> "45";
            case "city-officer" -> "4510";
            case "county-officer" -> random.nextInt(15) == 0 ? "511024" : "451031";
            case "township-officer" -> "451031100";
            case "village-officer" -> "451031100201";
            default -> AREAS.get(random.nextInt(AREAS.size()));
        };
    }
}
