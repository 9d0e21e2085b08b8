package org.jingzhun.pairing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.RepairTests;

/** What has not gone through in this service is sent, applied or cancelled by those who look after it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class RepairTest implements RepairTests {

    @Override
    public String database() {
        return "pairing";
    }

    @Override
    public String topic() {
        return "identification.register";
    }

    @Override
    public Path event() {
        return Path.of("../identification-service/contract/events/household-registered.example.json");
    }

    @Override
    public String importer() {
        return "county-officer";
    }

    @Override
    public String kind() {
        return "units";
    }
}
