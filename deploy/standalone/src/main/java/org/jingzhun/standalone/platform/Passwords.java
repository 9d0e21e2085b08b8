package org.jingzhun.standalone.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the database roles: made on the first start, kept in a file that only this user may read. */
final class Passwords {

    private static final int BYTES = 18;

    private final Path file;
    private final Properties known = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Passwords(Path file) {
        this.file = file;
    }

    static Passwords in(Path data) throws IOException {
        Passwords passwords = new Passwords(data.resolve("passwords.properties"));
        if (Files.exists(passwords.file)) {
            try (Reader reader = Files.newBufferedReader(passwords.file)) {
                passwords.known.load(reader);
            }
        }
        return passwords;
    }

    /** The password of a role; the same one for as long as the data directory lives. */
    String of(String role) throws IOException {
        String password = known.getProperty(role);
        if (password == null) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            known.setProperty(role, password);
            StringWriter text = new StringWriter();
            known.store(text, "Passwords of the database roles");
            PlatformAddresses.writeSecretly(file, text.toString());
        }
        return password;
    }
}
