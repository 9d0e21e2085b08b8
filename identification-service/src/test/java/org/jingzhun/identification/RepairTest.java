package org.jingzhun.identification;

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
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class RepairTest implements RepairTests {

    @Override
    public String database() {
        return "identification";
    }

    @Override
    public String topic() {
        return "funding.benefit";
    }

    @Override
    public Path event() {
        return Path.of("../funding-service/contract/events/benefit-paid.example.json");
    }

    @Override
    public String importer() {
        return "system";
    }

    @Override
    public String kind() {
        return "households";
    }
}
