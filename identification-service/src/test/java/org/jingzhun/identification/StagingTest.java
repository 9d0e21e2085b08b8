package org.jingzhun.identification;

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
import org.jingzhun.chassis.testing.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class StagingTest {

    private static final Set<String> KINDS = Set.of(
            "divisions",
            "households",
            "members",
            "assessments",
            "incomes",
            "exits",
            "exit-findings",
            "exit-recognitions",
            "exit-plan-steps",
            "quality-findings",
            "special-steps",
            "assistance-records",
            "students",
            "patients",
            "disabilities",
            "left-behind",
            "relocations",
            "certificates",
            "disease-classes");

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Inject
    @Any
    Instance<ImportKind> kinds;

    @Test
    void theStagingTablesAreThoseThatTheImportsWriteInto() throws IOException {
        String migration = Files.readString(MIGRATIONS.resolve("V004__staging.sql"))
                + Files.readString(MIGRATIONS.resolve("V040__exit.sql"))
                + Files.readString(MIGRATIONS.resolve("V041__transitions.sql"))
                + Files.readString(MIGRATIONS.resolve("V102__assessment_form.sql"))
                + Files.readString(MIGRATIONS.resolve("V103__income_import.sql"))
                + Files.readString(MIGRATIONS.resolve("V110__special_registers.sql"))
                + Files.readString(MIGRATIONS.resolve("V156__bulk_steps.sql"));
        assertThat(kinds.stream().filter(kind -> KINDS.contains(kind.kind())))
                .hasSameSizeAs(KINDS)
                .allSatisfy(kind -> assertThat(migration)
                        .contains(kind.format(new ImportParameters(Map.of())).ddl()));
    }
}
