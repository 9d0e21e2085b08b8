package org.jingzhun.chassis.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.callbacks.Callback;
import org.eclipse.microprofile.openapi.annotations.callbacks.CallbackOperation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** Subscriptions of systems without Kafka to the events of this service. A system sees its own. */
@Path("/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "subscriptions",
        description =
                "Webhooks: the events of this service over HTTPS, signed as Standard Webhooks, in order for each household")
@RolesAllowed("system")
@RunOnVirtualThread
public class SubscriptionResource {

    private final Subscribing subscribing;
    private final SubscriptionRows rows;
    private final WaitingRows waiting;
    private final Sender sender;
    private final CurrentCaller caller;
    private final Lists lists;
    private final ObjectMapper json;
    private final Clock clock;

    SubscriptionResource(
            Subscribing subscribing,
            SubscriptionRows rows,
            WaitingRows waiting,
            Sender sender,
            CurrentCaller caller,
            Lists lists,
            ObjectMapper json,
            Clock clock) {
        this.subscribing = subscribing;
        this.rows = rows;
        this.waiting = waiting;
        this.sender = sender;
        this.caller = caller;
        this.lists = lists;
        this.json = json;
        this.clock = clock;
    }

    /** A slice of subscriptions. */
    @Schema(name = "WebhookSubscriptionSlice")
    public record SubscriptionSlice(
            List<SubscriptionView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A slice of deliveries. */
    @Schema(name = "WebhookDeliverySlice")
    public record DeliverySlice(
            List<SubscriptionView.DeliveryView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** From when on events are sent again. */
    @Schema(name = "WebhookReplayBody")
    public record ReplayBody(
            @NotNull @Schema(description = "Not before the events that are still kept (14 days unless configured).")
            Instant from) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listSubscriptions", summary = "Your subscriptions, oldest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionSlice.class)))
    public Response list(@BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        String owner = caller.get().subject();
        return lists.answer(headers, page, SubscriptionView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, most) -> rows.list(owner, behind, most), Subscription::id)
                .map(SubscriptionView::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "makeSubscription",
            summary = "Have events of your area sent to you from now on",
            description =
                    "Each event is one POST: the body is its payload as contract/events describes it, the headers `webhook-id`, `webhook-timestamp` and `webhook-signature` are those of Standard Webhooks, the attributes of the CloudEvent are headers `ce-*`. Any 2xx takes it; all else, and no answer within ten seconds, is tried again for three days. An event may come more than once, always with the same `webhook-id`; events of one key (`ce-subject`) come in their order. The service keeps no secret: note the one in the answer.")
    @Callback(
            name = "event",
            callbackUrlExpression = "{$request.body#/url}",
            operations =
                    @CallbackOperation(
                            method = "post",
                            summary = "An event, as contract/events describes its type",
                            requestBody =
                                    @RequestBody(
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_JSON,
                                                            schema = @Schema(implementation = Object.class))),
                            responses = @APIResponse(responseCode = "2XX", description = "Taken")))
    @APIResponse(
            responseCode = "201",
            description = "Made; Location is where it is.",
            content = @Content(schema = @Schema(implementation = SubscriptionView.WithSecret.class)))
    public Response make(@NotNull @Valid SubscriptionBody body) {
        subscribing.check(body);
        Subscribing.Made made = subscribing.make(body);
        return Response.created(
                        URI.create("/v1/subscriptions/" + made.subscription().id()))
                .entity(view(made))
                .tag(Revisions.tag(made.subscription().revision()))
                .build();
    }

    private static SubscriptionView.WithSecret view(Subscribing.Made made) {
        return new SubscriptionView.WithSecret(SubscriptionView.of(made.subscription()), made.secret());
    }

    @GET
    @Path("/{id}")
    @jakarta.transaction.Transactional
    @Operation(operationId = "getSubscription", summary = "A subscription and how its deliveries stand")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response get(@PathParam("id") UUID id) {
        Subscription subscription = subscribing.get(id);
        return Revisions.answer(SubscriptionView.of(subscription, waiting.count(id)), subscription.revision());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeSubscription",
            summary = "Change, pause or resume a subscription",
            description =
                    "Its area becomes what you ask for now, within your area of now. What happened while it was paused or suspended is delivered when it is ACTIVE again.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid SubscriptionBody body) {
        subscribing.get(id);
        subscribing.check(body);
        Subscription changed = subscribing.change(id, ifMatch, body);
        return Revisions.answer(SubscriptionView.of(changed), changed.revision());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteSubscription", summary = "End a subscription, with all that waits for it")
    @APIResponse(responseCode = "204", description = "Ended")
    public void delete(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch) {
        subscribing.delete(id, ifMatch);
    }

    @POST
    @Path("/{id}/secrets")
    @Operation(operationId = "rotateSecret", summary = "Make a new secret; for a day each event is signed with both")
    public SubscriptionView.WithSecret rotate(@PathParam("id") UUID id) {
        return view(subscribing.rotate(id));
    }

    @POST
    @Path("/{id}/tests")
    @Operation(
            operationId = "testSubscription",
            summary = "Send an event of the type org.jingzhun.webhook-test now, once, and tell what became of it")
    public SubscriptionView.TestView test(@PathParam("id") UUID id) {
        Subscription subscription = subscribing.get(id);
        subscribing.tested(subscription);
        byte[] payload = json.createObjectNode()
                .put("subscriptionId", id.toString())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        var event = new LoggedEvent(
                0,
                UuidCreator.getTimeOrderedEpoch(),
                "org.jingzhun.webhook-test",
                "/v1/subscriptions",
                clock.instant().toString(),
                id.toString(),
                id.toString(),
                subscription.area().from(),
                payload);
        long began = System.nanoTime();
        Sender.Answer answer = sender.send(subscription, event);
        return new SubscriptionView.TestView(
                answer.isTaken(), answer.status(), answer.error(), (System.nanoTime() - began) / 1_000_000);
    }

    @POST
    @Path("/{id}/replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayEvents",
            summary = "Send everything again that happened since a point in time",
            description = "From there on in order, as if it had not been sent.")
    public SubscriptionView replay(@PathParam("id") UUID id, @NotNull @Valid ReplayBody body) {
        return SubscriptionView.of(subscribing.replay(id, body.from()));
    }

    @GET
    @Path("/{id}/deliveries")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listDeliveries",
            summary = "Deliveries that failed: those that wait, and those that were given up; oldest event first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeliverySlice.class)))
    public Response deliveries(
            @PathParam("id") UUID id,
            @QueryParam("state") Waiting.@Nullable State state,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        subscribing.get(id);
        return lists.answer(headers, page, SubscriptionView.DeliveryView.class, (after, limit) -> {
            Cursor cursor = Cursor.parse(after, 1);
            return Slice.of(
                            waiting.list(id, state, cursor == null ? -1 : cursor.number(0), limit + 1),
                            limit,
                            row -> Cursor.of(row.position()))
                    .map(SubscriptionView.DeliveryView::of);
        });
    }

    @POST
    @Path("/{id}/deliveries/{position}/replay")
    @Operation(
            operationId = "replayDelivery",
            summary = "Send a dead letter again, behind what of its key was sent meanwhile")
    public SubscriptionView.DeliveryView revive(
            @PathParam("id") UUID id, @PathParam("position") @Min(0) @Max(Long.MAX_VALUE) long position) {
        return SubscriptionView.DeliveryView.of(subscribing.revive(id, position));
    }
}
