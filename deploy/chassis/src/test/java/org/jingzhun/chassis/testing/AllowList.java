package org.jingzhun.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Who may depend on whom in a service: a line for each package, with the packages it may use. A name that begins with a
 * dot is a package of the service itself and means just that; others mean what lies below them too.
 */
public final class AllowList {

    private final String root;
    private final Map<String, List<String>> lines = new TreeMap<>();

    private AllowList(String root) {
        this.root = root;
    }

    /** @param root the package of the service */
    public static AllowList of(String root) {
        return new AllowList(root);
    }

    /**
     * @param name of the package below the root
     * @param kind what packages of its kind may use, separated by blanks
     * @param own the packages of the service that it uses beside that, each with its dot, separated by blanks
     */
    public AllowList line(String name, String kind, String own) {
        List<String> allowed = Stream.of((kind + " ." + name + " " + own).split(" "))
                .filter(each -> !each.isEmpty())
                .toList();
        if (lines.put(name, allowed) != null) {
            throw new IllegalArgumentException("Package " + name + " must have one line");
        }
        return this;
    }

    /**
     * Every package has its line, every dependency is allowed, every line can fail, and every edge between packages of
     * the service is used.
     *
     * @param granted packages of the service, with their dots, that a kind grants to all: they need no use
     */
    public Stream<DynamicTest> tests(Set<String> granted) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        return Stream.of(
                DynamicTest.dynamicTest("every package has its line", () -> assertThat(packages(classes))
                        .isEqualTo(new TreeSet<>(lines.keySet()))),
                DynamicTest.dynamicTest("every dependency is allowed", () -> assertThat(forbidden(classes))
                        .isEmpty()),
                DynamicTest.dynamicTest("every line can fail", () -> everyLineCanFail(classes)),
                DynamicTest.dynamicTest(
                        "every edge is used", () -> assertThat(used(classes)).containsAll(promised(granted))));
    }

    /** A line that allows nothing forbids what its package does use. */
    private void everyLineCanFail(JavaClasses classes) {
        for (String name : lines.keySet()) {
            assertThat(classes.stream()
                            .filter(each -> nameOf(each).equals(name))
                            .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                            .anyMatch(dependency -> !isAllowed(List.of("nothing"), dependency.getTargetClass())))
                    .as(name)
                    .isTrue();
        }
    }

    private Set<String> used(JavaClasses classes) {
        return classes.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(dependency -> nameOf(dependency.getOriginClass()) + " -> ." + nameOf(dependency.getTargetClass()))
                .collect(Collectors.toSet());
    }

    private List<String> promised(Set<String> granted) {
        return lines.entrySet().stream()
                .flatMap(line -> line.getValue().stream()
                        .filter(allowed -> allowed.startsWith(".") && !granted.contains(allowed))
                        .filter(allowed -> !allowed.equals("." + line.getKey()))
                        .map(allowed -> line.getKey() + " -> " + allowed))
                .toList();
    }

    private Set<String> packages(JavaClasses classes) {
        return classes.stream()
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .map(this::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> forbidden(JavaClasses classes) {
        return classes.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !isAllowed(
                        lines.getOrDefault(nameOf(dependency.getOriginClass()), List.of()),
                        dependency.getTargetClass()))
                .map(Dependency::getDescription)
                .toList();
    }

    private boolean isAllowed(List<String> line, JavaClass target) {
        JavaClass type = target.getBaseComponentType();
        if (type.isPrimitive()) {
            return true;
        }
        String name = type.getPackageName();
        return line.stream()
                .anyMatch(allowed -> allowed.startsWith(".")
                        ? name.equals(root + allowed)
                        : name.equals(allowed) || name.startsWith(allowed + "."));
    }

    private String nameOf(JavaClass each) {
        String name = each.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : name.equals(root) ? "" : name;
    }
}
