package org.jingzhun.funding.observed.pairing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.GuardedUpsert;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;

/** Keeps the first secretaries of {@code pairing.link}; the other links are nothing to this service. */
@ApplicationScoped
class LinkProjection implements Projection<PlaceLink> {

    private static final String TYPE = "org.jingzhun.pairing.link-";
    private static final GuardedUpsert<PlaceLink> UPSERT = GuardedUpsert.<PlaceLink>into("observed_first_secretary")
            .key("link_id", "uuid", PlaceLink::linkId)
            .column("village_code", "bigint", PlaceLink::division)
            .column("since", "date", PlaceLink::since)
            .column("until", "date", PlaceLink::until)
            .column("handed_over", "boolean", PlaceLink::isHandedOver)
            .guardedBy(PlaceLink::revision);

    private final Projecting projecting;
    private final AgroalDataSource database;

    LinkProjection(Projecting projecting, AgroalDataSource database) {
        this.projecting = projecting;
        this.database = database;
    }

    @Incoming("link")
    void read(ConsumerRecords<String, byte[]> records) {
        projecting.project(this, records);
    }

    @Override
    public String topic() {
        return "pairing.link";
    }

    /** Every event carries the whole state of the link. */
    @Override
    public EventTypes<PlaceLink> types() {
        return EventTypes.all(PlaceLink.class, TYPE + "made", TYPE + "renewed", TYPE + "handed-over", TYPE + "ended");
    }

    @Override
    public Object keyOf(PlaceLink event) {
        return event.linkId();
    }

    @Override
    public long revisionOf(PlaceLink event) {
        return event.revision();
    }

    @Override
    public void apply(List<PlaceLink> batch) {
        var secretaries = batch.stream().filter(PlaceLink::isFirstSecretary).toList();
        if (!secretaries.isEmpty()) {
            UPSERT.apply(database, secretaries);
        }
    }
}
