package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.testing.MatrixTests;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Things;
import org.jingzhun.pairing.testing.OneOfEach;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** The permission matrix of this service, and the tables behind it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class PermissionTest implements MatrixTests {

    private static final Set<String> IMPORTS = Set.of("units", "helpers", "enterprises", "hamlets");

    @Inject
    @Any
    Instance<ImportKind> kinds;

    @Inject
    Rows rows;

    @Override
    public String database() {
        return "pairing";
    }

    @Override
    public String village() {
        return "450410100201";
    }

    @Override
    public Things oneOfEach() {
        return OneOfEach.in(village(), rows);
    }

    @Test
    void theStagingTablesAreThoseThatTheImportsWriteInto() throws IOException {
        String migration =
                migrations("V032__links_of_all_kinds", "V070__contacts_by_calling", "V100__places_and_hamlets");
        assertThat(kinds.stream().filter(kind -> IMPORTS.contains(kind.kind())))
                .hasSameSizeAs(IMPORTS)
                .allSatisfy(kind -> assertThat(migration)
                        .contains(kind.format(new ImportParameters(Map.of())).ddl()));
    }

    private static String migrations(String... names) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(Files.readString(Path.of("src/main/resources/db/migration/" + name + ".sql")));
        }
        return text.toString();
    }
}
