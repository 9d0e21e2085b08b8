package org.jingzhun.chassis.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;
import org.jingzhun.chassis.idempotency.Idempotent;

/**
 * Completes the OpenAPI document of a service when it is built. What an annotation says stands; the rest comes from the
 * files in {@code openapi/} of the service and of the chassis, and from what all services do alike.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractCompletion implements OASFilter {

    private final IndexView classes;

    public ContractCompletion(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        List<Endpoint> endpoints = Endpoint.of(contract);
        Examples examples = Examples.of(endpoints);
        Set<String> idempotent = idempotent();
        Names.give(contract, endpoints, classes);
        Origin.tell(contract);
        Shared.add(contract);
        Streams.describe(endpoints, contract);
        ProblemAnswers.promise(contract, endpoints, idempotent, examples);
        OtherCodes.list(contract, endpoints, examples);
        KindParameters.tell(endpoints);
        SuccessAnswers.complete(contract, endpoints, idempotent);
        CertainFields.tell(contract, endpoints, classes);
        endpoints.forEach(ContractCompletion::nameCallbacks);
        examples.show(endpoints);
        Description.write(contract, endpoints);
        OperationNotes.write(endpoints);
        Security.require(endpoints);
        new Limits(contract).set(endpoints);
    }

    /** Callbacks have no annotation for it, and generators would make up names of the address. */
    private static void nameCallbacks(Endpoint endpoint) {
        Optional.ofNullable(endpoint.operation().getCallbacks())
                .orElse(Map.of())
                .forEach((name, callback) -> callback.getPathItems().values().stream()
                        .flatMap(path -> path.getOperations().values().stream())
                        .forEach(operation -> operation.setOperationId(
                                "receive" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))));
    }

    /** Operations that take an Idempotency-Key. */
    private Set<String> idempotent() {
        return classes.getAnnotations(Idempotent.class).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                .map(target -> target.asMethod().annotation(Operation.class))
                .filter(operation -> operation != null && operation.value("operationId") != null)
                .map(operation -> operation.value("operationId"))
                .map(AnnotationValue::asString)
                .collect(Collectors.toSet());
    }
}
