package org.jingzhun.chassis.job;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.ProblemDocument;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** How long work stands. */
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@Authenticated
@RunOnVirtualThread
public class JobsResource {

    private static final Logger LOG = Logger.getLogger(JobsResource.class);
    private static final int EVENT_MILLIS = 500;

    private final Jobs jobs;
    private final JobRows rows;
    private final JobSettings settings;
    private final CurrentCaller caller;
    private final Lists lists;

    JobsResource(Jobs jobs, JobRows rows, JobSettings settings, CurrentCaller caller, Lists lists) {
        this.jobs = jobs;
        this.rows = rows;
        this.settings = settings;
        this.caller = caller;
        this.lists = lists;
    }

    /** A slice of jobs. */
    @Schema(name = "JobSlice")
    public record JobSlice(
            List<JobView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listJobs",
            summary = "Your jobs, and those of your area when your role oversees it; newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobSlice.class)))
    public Response list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("state") @Nullable JobState state,
            @QueryParam("kind") @Size(max = 100) @Nullable String kind,
            @Context HttpHeaders headers,
            @Context RoutingContext exchange) {
        Caller asking = caller.get();
        boolean overseer = asking.hasAny(settings.readers());
        return lists.answer(headers, page, JobView.class, (after, limit) -> {
            Cursor cursor = Cursor.parse(after, 1);
            UUID before = cursor == null ? null : cursor.id(0);
            List<Job> found = rows.list(asking, overseer, state, kind, before, limit + 1);
            return Slice.of(found, limit, job -> Cursor.of(job.id())).map(job -> view(job, exchange));
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getJob", summary = "How a job stands")
    public JobView get(@PathParam("id") UUID id, @Context RoutingContext exchange) {
        return view(jobs.get(id), exchange);
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(operationId = "cancelJob", summary = "Ask a job to end; it does at its next checkpoint")
    @APIResponse(
            responseCode = "202",
            description = "Asked to end",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    public Response cancel(@PathParam("id") UUID id, @Context RoutingContext exchange) {
        return Response.accepted(view(jobs.cancel(id), exchange)).build();
    }

    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "followJob", summary = "Follow a job: an event for each change until it ends")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobView.class)))
    public StreamingOutput events(@PathParam("id") UUID id, @Context RoutingContext exchange) {
        JobView first = view(jobs.get(id), exchange);
        return out -> {
            try {
                follow(first, out, exchange);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } catch (IOException gone) {
                LOG.debugf(gone, "Nobody follows job %s any more", id);
            }
        };
    }

    private void follow(JobView first, OutputStream out, RoutingContext exchange)
            throws IOException, InterruptedException {
        send(out, first);
        JobView sent = first;
        while (!sent.state().isFinal()) {
            Thread.sleep(EVENT_MILLIS);
            JobView now = view(jobs.get(first.id()), exchange);
            if (!now.equals(sent)) {
                send(out, now);
                sent = now;
            }
        }
    }

    private void send(OutputStream out, JobView job) throws IOException {
        String name = job.state().isFinal() ? "ended" : "progress";
        out.write(("event:" + name + "\ndata:" + rows.text(job) + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private JobView view(Job job, RoutingContext exchange) {
        String problem = job.problem();
        @Nullable
        ProblemDocument document =
                problem == null ? null : Problems.document(rows.value(problem, Problem.class), exchange);
        return JobView.of(job, document);
    }
}
