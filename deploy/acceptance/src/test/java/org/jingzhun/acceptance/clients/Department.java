package org.jingzhun.acceptance.clients;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jingzhun.client.identification.ApiClient;
import org.jingzhun.client.identification.ApiException;
import org.jingzhun.client.identification.api.ImportsApi;
import org.jingzhun.client.identification.api.JobsApi;
import org.jingzhun.client.identification.api.RegisterApi;
import org.jingzhun.client.identification.model.Job;
import org.jingzhun.client.identification.model.JobState;
import org.jingzhun.client.identification.model.RegisterRow;
import org.jingzhun.client.identification.model.RegisterSlice;

/** Another department's system (部门系统) that reads the register and delivers what it knows, with the generated client. */
record Department(ApiClient client, String token) {

    private static final Set<JobState> ENDED = Set.of(JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SLICE = 1000;

    static Department of(String service, String token) {
        return new Department(new ApiClient().setBasePath(service).setBearerToken(token), token);
    }

    /** The register of a division, slice by slice. */
    List<RegisterRow> register(String division) throws ApiException {
        List<RegisterRow> rows = new ArrayList<>();
        String after = null;
        do {
            RegisterSlice slice =
                    new RegisterApi(client).listRegister(after, null, division, SLICE, null, null, null, null);
            rows.addAll(slice.getItems());
            after = slice.getNext();
        } while (after != null);
        return rows;
    }

    /** The register of a division as one stream, each row an object as soon as it has come. */
    List<RegisterRow> streamedRegister(String division) throws IOException {
        var request = new HttpGet(client.getBasePath() + "/v1/register?division=" + division);
        request.setHeader("Authorization", "Bearer " + token);
        request.setHeader("Accept", "application/x-ndjson");
        return client.getHttpClient().execute(request, answer -> {
            List<RegisterRow> rows = new ArrayList<>();
            try (MappingIterator<RegisterRow> stream = client.getObjectMapper()
                    .readerFor(RegisterRow.class)
                    .readValues(answer.getEntity().getContent())) {
                stream.forEachRemaining(rows::add);
            }
            return rows;
        });
    }

    /** Delivers records of a source, as of a day, and waits until they are taken. */
    Job deliver(String source, LocalDate asOf, Path rows) throws ApiException {
        Job begun = new ImportsApi(client)
                .importRows("asset-records", rows.toFile(), null, asOf, null, null, null, null, null, source, null);
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> job(begun.getId()), job -> ENDED.contains(job.getState()));
    }

    private Job job(UUID id) throws ApiException {
        return new JobsApi(client).getJob(id, null);
    }
}
