package org.jingzhun.chassis.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;

/**
 * The problems of each operation by status: those that all services have in common, those that the chassis's own operations answer,
 * and those that were seen in real exchanges, each with its code and an example. Any other status is a problem, too.
 */
final class ProblemAnswers {

    private static final String SCHEMA = "Problem";
    private static final String PATH = "/v1/things/01956a1f-7c00-7000-8000-000000000001";

    private final Set<String> idempotent;
    private final Examples examples;

    private ProblemAnswers(Set<String> idempotent, Examples examples) {
        this.idempotent = idempotent;
        this.examples = examples;
    }

    static void promise(OpenAPI contract, List<Endpoint> endpoints, Set<String> idempotent, Examples examples) {
        for (CommonProblem common : CommonProblem.ALL) {
            contract.getComponents().addResponse(common.component(), answer(common.status(), samples(common)));
        }
        MediaType elsewhere = OASFactory.createMediaType();
        ChassisProblems.OF_NO_OPERATION.forEach(sample -> show(elsewhere, sample.code(), document(sample)));
        contract.getComponents().addResponse(SCHEMA, answer("A problem; its code says which.", elsewhere));
        var answers = new ProblemAnswers(idempotent, examples);
        endpoints.forEach(answers::promise);
    }

    private void promise(Endpoint endpoint) {
        APIResponses responses = endpoint.operation().getResponses();
        List.copyOf(responses.getAPIResponses().keySet()).stream()
                .filter(status -> status.startsWith("4"))
                .forEach(responses::removeAPIResponse);
        Map<Integer, Map<String, Object>> own = own(endpoint);
        for (CommonProblem common : CommonProblem.ALL) {
            if (common.isOf(endpoint, idempotent.contains(endpoint.name()))) {
                Map<String, Object> all = samples(common);
                Map<String, Object> more = own.getOrDefault(common.status(), Map.of());
                boolean shared = all.keySet().containsAll(more.keySet())
                        && ChassisProblems.of(endpoint.name()).stream()
                                .noneMatch(each -> each.status() == common.status());
                all.putAll(more);
                responses.addAPIResponse(
                        String.valueOf(common.status()),
                        shared ? OASFactory.createAPIResponse().ref(common.component()) : answer(common.status(), all));
                own.remove(common.status());
            }
        }
        own.forEach((status, codes) -> responses.addAPIResponse(String.valueOf(status), answer(status, codes)));
        responses.setDefaultValue(OASFactory.createAPIResponse().ref(SCHEMA));
    }

    /** By status and code; what was seen stands before what the chassis knows. */
    private Map<Integer, Map<String, Object>> own(Endpoint endpoint) {
        Map<Integer, Map<String, Object>> own = new TreeMap<>(examples.problems(endpoint.name()));
        for (Problem sample : ChassisProblems.of(endpoint.name())) {
            own.computeIfAbsent(sample.status(), _ -> new TreeMap<>()).putIfAbsent(sample.code(), document(sample));
        }
        return own;
    }

    private static Map<String, Object> samples(CommonProblem common) {
        Map<String, Object> samples = new LinkedHashMap<>();
        common.samples().forEach(sample -> samples.put(sample.code(), document(sample)));
        return samples;
    }

    private static Map<String, Object> document(Problem problem) {
        var shown = Problems.example(problem, PATH);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", shown.type());
        document.put("title", shown.title());
        document.put("status", shown.status());
        document.put("detail", shown.detail());
        document.put("instance", shown.instance());
        document.put("code", shown.code());
        document.put("traceId", shown.traceId());
        if (!shown.errors().isEmpty()) {
            document.put(
                    "errors",
                    shown.errors().stream()
                            .map(bad -> Map.of(
                                    "pointer",
                                    bad.pointer(),
                                    "code",
                                    bad.code(),
                                    "detail",
                                    String.valueOf(bad.detail())))
                            .map(TreeMap::new)
                            .toList());
        }
        return document;
    }

    private static APIResponse answer(int status, Map<String, Object> byCode) {
        MediaType shown = OASFactory.createMediaType();
        byCode.forEach((code, example) -> show(shown, code, example));
        String codes = byCode.keySet().stream()
                .map(code -> "`" + code + "` (" + title(code) + ")")
                .collect(Collectors.joining(", "));
        APIResponse answer = Shared.shown(answer("Problem " + codes + ".", shown));
        if (status < 500) {
            Shared.counted(answer);
        }
        return status == 429 ? Shared.delayed(answer) : answer;
    }

    private static void show(MediaType shown, String code, Object example) {
        shown.addExample(code, OASFactory.createExample().summary(title(code)).value(example));
    }

    private static String title(String code) {
        return Problems.title(code);
    }

    private static APIResponse answer(String description, MediaType shown) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problems.PROBLEM_JSON.toString(),
                                shown.schema(OASFactory.createSchema().ref(SCHEMA))));
    }
}
