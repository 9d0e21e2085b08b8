package org.jingzhun.standalone.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on the loopback address. */
public final class Ports {

    private Ports() {}

    /**
     * The wanted port if it is free, any free port for 0.
     *
     * @throws PlatformFailure if another program listens on the wanted port
     */
    static int claim(String purpose, int wanted) {
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
