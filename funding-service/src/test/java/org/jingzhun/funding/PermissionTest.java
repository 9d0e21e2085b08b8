package org.jingzhun.funding;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.jingzhun.chassis.testing.MatrixTests;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Things;
import org.jingzhun.funding.each.OneOfEach;

/** The permission matrix of this service, and the tables behind it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class PermissionTest implements MatrixTests {

    private static final String COUNTY = "450430";

    @Override
    public String database() {
        return "funding";
    }

    @Override
    public String village() {
        return COUNTY + "900201";
    }

    @Override
    public Things oneOfEach() {
        return OneOfEach.in(COUNTY);
    }
}
