package org.jingzhun.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Behind {@code deploy/token}: prints a token of this machine's suite. */
public final class TokenCommand {

    private static final String USAGE = """
            Usage: deploy/token ROLE AREA [NAME [HELPER_ID]]
              ROLE  %s
              AREA  the first 2, 4, 6, 9 or all 12 digits of a division code, such as 451031
              NAME  of the person or system; two people need two names
            Prints a token for the header "Authorization: Bearer ...", valid for twelve hours, of Keycloak for five
            minutes.""".formatted(String.join(", ", Token.ROLES));

    private static final int ROLE = 1;
    private static final int AREA = 2;
    private static final int NAME = 3;
    private static final int HELPER = 4;

    private TokenCommand() {}

    private static TokenSource tokens(Path run) {
        return Issuer.find(run)
                .<TokenSource>map(issuer -> new KeycloakTokens(issuer, new KeycloakRealm(issuer), Clock.systemUTC()))
                .orElseGet(() -> TokenSource.signedWith(Keys.in(run.resolve("keys"))));
    }

    /** @param args the root of the project, then the arguments of the user */
    public static void main(String[] args) {
        if (args.length <= AREA || args.length > HELPER + 1) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            String name = args.length > NAME ? args[NAME] : args[ROLE] + " " + args[AREA];
            Optional<String> helper = args.length > HELPER ? Optional.of(args[HELPER]) : Optional.empty();
            Token token = new Token(args[ROLE], args[AREA], name, helper);
            Path run = StartOptions.run(Path.of(args[0]), System.getenv());
            System.out.println(tokens(run).of(token));
        } catch (SuiteFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(2);
        }
    }
}
