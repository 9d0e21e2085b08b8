package org.jingzhun.standalone.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback address. */
public final class Ports {

    /** Free ports are sought below those that Linux gives to outgoing connections (32,768 on), which would take one again. */
    private static final int LOWEST = 20_000;

    private static final int BEYOND = 32_768;

    private Ports() {}

    /** Different ports that nobody listens on at this moment. */
    public static List<Integer> listFree(int count) {
        return ThreadLocalRandom.current()
                .ints(LOWEST, BEYOND)
                .distinct()
                .filter(Ports::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    /**
     * The wanted port if it is free, any free port for 0.
     *
     * @throws PlatformFailure if another program listens on the wanted port
     */
    static int claim(String purpose, int wanted) {
        if (wanted == 0) {
            return listFree(1).getFirst();
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException busy) {
            throw new PlatformFailure(
                    "Port %d for %s is busy. Stop the program that listens on it, or choose another port."
                            .formatted(wanted, purpose),
                    busy);
        }
    }

    /** Whether nobody listens on this port of the loopback address. */
    public static boolean isFree(int port) {
        try {
            return claim("a look", port) == port;
        } catch (PlatformFailure busy) {
            return false;
        }
    }
}
