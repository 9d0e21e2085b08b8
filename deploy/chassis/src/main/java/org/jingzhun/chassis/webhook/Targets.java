package org.jingzhun.chassis.webhook;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Where events may be sent: an https address of the public network, or of one that is configured. The name is resolved
 * here, every address of it is checked, and the connection goes to the address that was checked, so that a name cannot
 * mean something else a moment later.
 */
@ApplicationScoped
class Targets {

    /** Not public: this host, private, shared, link-local, documentation, benchmark, multicast, reserved; RFC 6890. */
    private static final List<IpSubnetFilterRule> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "ff00::/8")
            .map(Targets::network)
            .toList();

    private static final int LOOK_UPS_AT_A_TIME = 16;
    private static final Duration LOOK_UP = Duration.ofSeconds(5);
    private static final long KEPT_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int NAMES_KEPT = 10_000;

    private final boolean plainHttp;
    private final List<IpSubnetFilterRule> allowed;

    /** A look-up may take long and hold its thread, so not one of those on which others deliver. */
    private final ExecutorService lookUps = Executors.newFixedThreadPool(
            LOOK_UPS_AT_A_TIME,
            Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());

    private final Map<String, Found> found = new ConcurrentHashMap<>();

    private record Found(List<InetAddress> addresses, long until) {}

    /**
     * @param address to connect to, checked
     * @param host as the receiver calls itself
     * @param path with query
     */
    record Target(InetAddress address, String host, int port, boolean tls, String path) {}

    /** Nothing may be sent there. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        /** Stable, of a field error. */
        String code() {
            return code;
        }
    }

    Targets(WebhookSettings settings) {
        this.plainHttp = settings.plainHttp();
        this.allowed = settings.networks().orElse(List.of()).stream()
                .map(Targets::network)
                .toList();
    }

    void stop(@Observes ShutdownEvent stopped) {
        lookUps.shutdownNow();
    }

    private static IpSubnetFilterRule network(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Network (" + cidr + ") must be written like 10.20.0.0/16");
        }
        return new IpSubnetFilterRule(
                cidr.substring(0, slash), Integer.parseInt(cidr.substring(slash + 1)), IpFilterRuleType.ACCEPT);
    }

    /** Looks the receiver up, now. */
    Target target(String url) throws Refused {
        URI uri = parsed(url);
        boolean tls = uri.getScheme().equals("https");
        List<InetAddress> addresses = addresses(uri.getHost());
        for (InetAddress address : addresses) {
            if (!mayBeCalled(address)) {
                throw new Refused("webhook-url-not-public");
            }
        }
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(
                addresses.getFirst(),
                uri.getHost(),
                port,
                tls,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private URI parsed(String url) throws Refused {
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                throw new Refused("webhook-url-invalid");
            }
            if (!"https".equals(uri.getScheme()) && !(plainHttp && "http".equals(uri.getScheme()))) {
                throw new Refused("webhook-url-not-https");
            }
            return uri;
        } catch (URISyntaxException malformed) {
            throw new Refused("webhook-url-invalid");
        }
    }

    private List<InetAddress> addresses(String host) throws Refused {
        Found known = found.get(host);
        if (known != null && known.until() - System.nanoTime() > 0) {
            return known.addresses();
        }
        var lookUp = lookUps.submit(() -> InetAddress.getAllByName(host));
        try {
            List<InetAddress> addresses = List.of(lookUp.get(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS));
            if (found.size() >= NAMES_KEPT) {
                found.clear();
            }
            found.put(host, new Found(addresses, System.nanoTime() + KEPT_NANOS));
            return addresses;
        } catch (ExecutionException | TimeoutException unknown) {
            lookUp.cancel(true);
            throw new Refused("webhook-url-unknown-host");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Refused("webhook-url-unknown-host");
        }
    }

    private boolean mayBeCalled(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return allowed.stream().anyMatch(network -> network.matches(socket))
                || NOT_PUBLIC.stream().noneMatch(network -> network.matches(socket));
    }
}
