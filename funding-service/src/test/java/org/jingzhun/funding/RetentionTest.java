package org.jingzhun.funding;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.RetentionTests;

/** How long each table of this service is kept is said in {@code retention.csv}. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class RetentionTest implements RetentionTests {

    @Override
    public String database() {
        return "funding";
    }
}
