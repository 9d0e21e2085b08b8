package org.jingzhun.identification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.jingzhun.chassis.testing.MatrixTests;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Things;
import org.jingzhun.identification.each.OneOfEach;
import org.jingzhun.identification.testing.Lot;

/** The permission matrix of this service, and the tables behind it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class PermissionTest implements MatrixTests {

    @Override
    public String database() {
        return "identification";
    }

    @Override
    public String village() {
        return Lot.PERMISSIONS.code() + "100001";
    }

    @Override
    public Things oneOfEach() {
        return OneOfEach.in(Lot.PERMISSIONS);
    }
}
