package org.jingzhun.acceptance.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Key pairs with certificates of themselves, made by the JDK's keytool, and stores of those that are trusted. */
record Certificates(Path directory) {

    static final String PASSWORD = "changeit-in-tests";

    /** Makes the key pair of a party. */
    Certificates party(String name) throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-keystore",
                keys(name).toString());
        keytool(
                "-exportcert",
                "-alias",
                name,
                "-keystore",
                keys(name).toString(),
                "-file",
                certificate(name).toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-file",
                certificate(name).toString(),
                "-keystore",
                trust(name).toString());
        return this;
    }

    Path keys(String party) {
        return directory.resolve(party + ".keys.p12");
    }

    /** Of those who trust this party. */
    Path trust(String party) {
        return directory.resolve(party + ".trust.p12");
    }

    private Path certificate(String party) {
        return directory.resolve(party + ".crt");
    }

    /** A client that trusts one party and shows the certificate of another, or none. */
    SSLContext client(String trusted, String... shown) throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(trust(trusted)));
        KeyManager[] own = {};
        if (shown.length > 0) {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(keys(shown[0])), PASSWORD.toCharArray());
            own = keys.getKeyManagers();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own, trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        return store;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        Stream.concat(Stream.of(arguments), Stream.of("-storepass", PASSWORD, "-storetype", "PKCS12")))
                .toList();
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }
}
