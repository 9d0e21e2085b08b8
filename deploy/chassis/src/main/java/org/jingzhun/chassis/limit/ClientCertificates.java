package org.jingzhun.chassis.limit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;

/**
 * Mutual TLS: who connects shows a certificate of the trust store. Then the interface is open by TLS alone, and what is
 * left of the plain port is health and metrics, for those who have no certificate.
 */
@ApplicationScoped
public class ClientCertificates implements HttpServerOptionsCustomizer {

    private final ObjectMapper json;
    private final boolean required;

    ClientCertificates(
            ObjectMapper json,
            @ConfigProperty(name = "jingzhun.tls.client-certificates", defaultValue = "false") boolean required) {
        this.json = json;
        this.required = required;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (required) {
            options.setClientAuth(ClientAuth.REQUIRED);
        }
    }

    void check(RoutingContext exchange) {
        if (required
                && SafeHeaders.isOfInterface(exchange)
                && exchange.request().sslSession() == null) {
            var unused = Problems.send(Problem.of(403, "certificate-required"), exchange, json);
        } else {
            exchange.next();
        }
    }
}
