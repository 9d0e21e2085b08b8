package org.jingzhun.acceptance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jingzhun.standalone.SuiteAddresses;
import org.jingzhun.standalone.SuiteService;

/** Questions to a running suite with whatever token; none when it is empty. */
record Calls(SuiteAddresses suite) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    int status(SuiteService service, String token, String path) throws IOException, InterruptedException {
        return send(service, token, path).statusCode();
    }

    /** The rows of a list; none when it is refused. */
    JsonNode items(SuiteService service, String token, String path) throws IOException, InterruptedException {
        return JSON.readTree(send(service, token, path).body()).path("items");
    }

    int rows(SuiteService service, String token, String path) throws IOException, InterruptedException {
        return items(service, token, path).size();
    }

    /** How the household of a pair is answered for. */
    int handbook(String token, JsonNode pair) throws IOException, InterruptedException {
        return status(
                SuiteService.PAIRING,
                token,
                "/v1/handbooks/" + pair.path("householdId").asText());
    }

    private HttpResponse<String> send(SuiteService service, String token, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(suite.of(service) + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
