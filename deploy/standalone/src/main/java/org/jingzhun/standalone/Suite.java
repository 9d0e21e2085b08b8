package org.jingzhun.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jingzhun.standalone.platform.JavaCommand;
import org.jingzhun.standalone.platform.PlatformFailure;
import org.jingzhun.standalone.platform.PlatformOptions;
import org.jingzhun.standalone.platform.PlatformProcess;
import org.jspecify.annotations.Nullable;

/** The running suite: the platform and the three services, started in order, looked after, and stopped. */
final class Suite implements AutoCloseable {

    private static final String PLATFORM = "platform";
    private static final String HOST = "127.0.0.1";

    /** Ctrl-C ends the children too; after this pause the launcher knows whether it is stopping itself. */
    private static final Duration BEFORE_RESTART = Duration.ofMillis(500);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final StartOptions options;
    private final RunDirectory run;
    private final Keys keys;
    private final Progress progress;
    private final Clock clock;
    private final SuiteIssuer issuer;
    private final Restarts restarts = new Restarts();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final Map<String, ServiceProcess> services = new HashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private @Nullable PlatformProcess platform;

    Suite(StartOptions options, RunDirectory run, Keys keys, Progress progress, Clock clock) {
        this.options = options;
        this.run = run;
        this.keys = keys;
        this.progress = progress;
        this.clock = clock;
        this.issuer = new SuiteIssuer(options, run, keys, clock);
    }

    /** Starts everything, waits until all of it is healthy, and looks after it from then on. */
    SuiteAddresses start() {
        keycloak().ifPresent(keycloak -> opened(ServiceProcess.start(issuer.recipe(keycloak))));
        PlatformProcess started = startPlatform();
        progress.say("PostgreSQL, Kafka and Kafka Connect are ready");
        keycloak().ifPresent(keycloak -> {
            awaitReady(KeycloakServer.NAME);
            issuer.prepareRealm(keycloak);
            progress.say("Keycloak is ready");
        });
        for (SuiteService service : SuiteService.values()) {
            opened(ServiceProcess.start(recipe(service, started)));
        }
        for (SuiteService service : SuiteService.values()) {
            awaitReady(service.title());
            // The publication that the connector reads is made by the service's migration.
            started.registerConnector(service.database());
            progress.say(service.title() + " is ready");
        }
        SuiteAddresses addresses = addresses(started);
        addresses.write(run.addresses());
        Thread.ofVirtual().name("supervisor").start(this::supervise);
        Thread.ofVirtual().name("connectors").start(this::watchConnectors);
        return addresses;
    }

    TokenSource tokens() {
        return issuer.tokens();
    }

    Optional<Issuer> keycloak() {
        return issuer.keycloak();
    }

    /** Waits until the suite is over: stopped (0), or given up because a process keeps ending (1). */
    int awaitEnd() {
        return exitCode.join();
    }

    /** Whether the suite has been told to stop, so that the end of its parts is no failure. */
    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private synchronized PlatformProcess startPlatform() {
        requireNotStopping();
        SuitePorts ports = options.ports();
        PlatformProcess started = PlatformProcess.start(
                new PlatformOptions(
                        run.platform(),
                        run.binaries(),
                        ports.postgres(),
                        ports.kafka(),
                        ports.connect(),
                        Stream.of(SuiteService.values())
                                .map(SuiteService::database)
                                .toList(),
                        List.of(),
                        true,
                        false),
                run.freshLog(PLATFORM));
        platform = started;
        watch(PLATFORM, started.handle());
        return started;
    }

    private synchronized void opened(ServiceProcess service) {
        services.put(service.name(), service);
        watch(service.name(), service.process().toHandle());
        if (isStopping()) {
            service.askToEnd();
        }
    }

    private void watch(String name, ProcessHandle child) {
        run.remember(name, child);
        var unused = child.onExit().thenRun(() -> ended.add(name));
    }

    private void awaitReady(String name) {
        ServiceProcess service = service(name);
        service.awaitReady();
    }

    private synchronized ServiceProcess service(String name) {
        ServiceProcess service = services.get(name);
        if (service == null) {
            throw new IllegalStateException("Service " + name + " must have been started.");
        }
        return service;
    }

    private void requireNotStopping() {
        if (isStopping()) {
            throw new SuiteFailure("The suite is stopping.");
        }
    }

    private ServiceProcess.Recipe recipe(SuiteService service, PlatformProcess running) {
        var database = running.addresses().database(service.database());
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(options.ports().of(service)));
        environment.put("QUARKUS_HTTP_HOST", HOST);
        environment.put("JINGZHUN_DB_URL", database.jdbcUrl());
        environment.put("JINGZHUN_DB_OWNER_USER", database.ownerUser());
        environment.put("JINGZHUN_DB_OWNER_PASSWORD", database.ownerPassword());
        environment.put("JINGZHUN_DB_APP_USER", database.appUser());
        environment.put("JINGZHUN_DB_APP_PASSWORD", database.appPassword());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", running.addresses().bootstrapServers());
        environment.putAll(issuer.settings(service));
        environment.put("JINGZHUN_AUDIT_SECRET", keys.auditSecret());
        environment.put("JINGZHUN_WEBHOOK_SECRET", keys.webhookSecret());
        environment.put("JINGZHUN_WEBHOOK_PLAIN_HTTP", "true");
        environment.put("JINGZHUN_WEBHOOK_NETWORKS", "127.0.0.0/8");
        environment.put("JINGZHUN_SEALING_SECRET", keys.sealingSecret());
        if (service == SuiteService.FUNDING) {
            environment.put("JINGZHUN_SIGNING_SECRET", keys.signingSecret());
        }
        Path jar = service.jar(options.root());
        List<String> command = new ArrayList<>(JavaCommand.withHeap(96, 448));
        command.addAll(List.of("-jar", jar.toString()));
        return new ServiceProcess.Recipe(
                service.title(), command, environment, run.freshLog(service.title()), ready(service));
    }

    private URI address(SuiteService service) {
        return URI.create("http://%s:%d".formatted(HOST, options.ports().of(service)));
    }

    private URI ready(SuiteService service) {
        return URI.create(address(service) + "/q/health/ready");
    }

    private SuiteAddresses addresses(PlatformProcess running) {
        Map<SuiteService, URI> addresses = new EnumMap<>(SuiteService.class);
        for (SuiteService service : SuiteService.values()) {
            addresses.put(service, address(service));
        }
        return new SuiteAddresses(addresses, running.addresses().bootstrapServers());
    }

    private void supervise() {
        try {
            while (true) {
                String name = ended.take();
                if (stopping.await(BEFORE_RESTART.toMillis(), TimeUnit.MILLISECONDS)) {
                    exitCode.complete(0);
                    return;
                }
                if (!restarts.mayRestart(name, clock.instant())) {
                    progress.say("%s has ended %d times within %d minutes; giving up. See its log in %s"
                            .formatted(name, Restarts.MOST + 1, Restarts.WITHIN.toMinutes(), run.logs()));
                    exitCode.complete(1);
                    return;
                }
                restart(name);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            exitCode.complete(1);
        }
    }

    private void watchConnectors() {
        ConnectorWatch watch = new ConnectorWatch(progress::say);
        try {
            while (!stopping.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                watch.look(runningPlatform());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized PlatformProcess runningPlatform() {
        return Objects.requireNonNull(platform, "The platform must have been started.");
    }

    private void restart(String name) {
        progress.say(name + " has ended unexpectedly; starting it again");
        try {
            if (name.equals(PLATFORM)) {
                PlatformProcess started = startPlatform();
                for (SuiteService service : SuiteService.values()) {
                    started.registerConnector(service.database());
                }
            } else {
                opened(service(name).again());
                awaitReady(name);
            }
            progress.say(name + " is ready again");
        } catch (SuiteFailure | PlatformFailure failure) {
            progress.say(String.valueOf(failure.getMessage()));
            if (!isStopping() && name.equals(PLATFORM)) {
                ended.add(PLATFORM);
            }
        }
    }

    /** Stops the services, then the platform. */
    @Override
    public void close() {
        stopping.countDown();
        List<ServiceProcess> running;
        synchronized (this) {
            running = List.copyOf(services.values());
        }
        running.forEach(ServiceProcess::askToEnd);
        running.forEach(ServiceProcess::close);
        PlatformProcess last;
        synchronized (this) {
            last = platform;
        }
        if (last != null) {
            last.stop();
        }
        exitCode.complete(0);
    }
}
