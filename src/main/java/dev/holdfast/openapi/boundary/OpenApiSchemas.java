package dev.holdfast.openapi.boundary;

import dev.holdfast.account.entity.ActivityType;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.custody.grant.GrantStatus;
import dev.holdfast.doctor.entity.Verdict;
import dev.holdfast.google.api.ForbiddenReason;
import dev.holdfast.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas of our answers. An answer always has all of its members; a member without a value is null. */
final class OpenApiSchemas {

    static final String PROBLEM = "Problem";

    private static final String KEYS = "JwkSet";
    private static final List<Object> GRANT_STATUS = words(Stream.of(GrantStatus.values()).map(GrantStatus::code));
    private static final List<Object> ACTIVITY_TYPE = words(Stream.of(ActivityType.values()).map(ActivityType::code));

    /** The words that a member may have, by the names of its schema and itself. */
    private static final Map<String, Map<String, List<Object>>> WORDS = Map.of(
            "GrantView", Map.of("status", GRANT_STATUS),
            "AdminGrantView", Map.of("status", GRANT_STATUS),
            "ActivityView", Map.of("type", ACTIVITY_TYPE),
            "AdminActivityEvent", Map.of("type", ACTIVITY_TYPE),
            "DoctorFinding", Map.of("verdict", words(Stream.of(Verdict.values()).map(Verdict::code))));

    private OpenApiSchemas() {}

    static void complete(Components components) {
        components.getSchemas().forEach((name, schema) -> {
            schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
            WORDS.getOrDefault(name, Map.of()).forEach((member, words) ->
                    Objects.requireNonNull(schema.getProperties().get(member), member).setEnumeration(words));
            schema.getProperties().values().forEach(OpenApiSchemas::handExampleToElements);
        });
        components.addSchema(PROBLEM, problem());
        components.addSchema(KEYS, keys());
    }

    /** Moves an example that is annotated on a list to the elements of the list. */
    private static void handExampleToElements(Schema member) {
        if (member.getItems() != null && member.getExamples() != null) {
            member.getItems().setExamples(member.getExamples());
            member.setExamples(null);
        }
    }

    private static Schema problem() {
        return object().description("RFC 9457; code is stable, the texts are for people")
                .addProperty("type", text("about:blank"))
                .addProperty("title", text(ProblemCode.SESSION_ENDED.title()))
                .addProperty("status", typed(SchemaType.INTEGER))
                .addProperty("detail", text("Sign in again."))
                .addProperty("code", oneOf(Stream.of(ProblemCode.values()).map(ProblemCode::code)))
                .addProperty("reason", oneOf(Stream.of(Stream.of(EndReason.values()).map(EndReason::code), googleReasons(),
                        Stream.of("page_token")).flatMap(words -> words)))
                .addProperty("google_reason", oneOf(googleReasons())
                        .description("Why Google refused, where it told and we know the word"))
                .addProperty("retry_after", typed(SchemaType.INTEGER).description("Seconds, as in Retry-After"))
                .addProperty("missing_scopes", typed(SchemaType.ARRAY).items(typed(SchemaType.STRING)))
                .addProperty("sign_in", text("/auth/login?return_to=/files").description("Asks for the missing scopes"))
                .addProperty("web_view_link", text("https://drive.google.com/").description("Where it can be opened"))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    private static Stream<String> googleReasons() {
        return Stream.of(ForbiddenReason.values()).map(ForbiddenReason::code);
    }

    private static Schema keys() {
        Schema key = object().description("crv, x and y of an EC key; n and e of an RSA key")
                .addProperty("kty", text("EC")).addProperty("use", text("sig")).addProperty("alg", text("ES256"))
                .addProperty("kid", text("Ke6cau71x476EBzB")).addProperty("crv", text("P-256"))
                .addProperty("x", text("dgFT7jS_sSMWfpS0ag6abbKUVMtZWTBwkit2DQbK1LA"))
                .addProperty("y", text("gT5vOdg2sIMv6O_p_SQWSjIapAtVzvvvPzJwjqaCQCI"))
                .addProperty("n", typed(SchemaType.STRING)).addProperty("e", typed(SchemaType.STRING))
                .required(List.of("kty", "use", "alg", "kid"));
        return object().description("RFC 7517")
                .addProperty("keys", typed(SchemaType.ARRAY).items(key)).required(List.of("keys"));
    }

    private static Schema object() {
        return typed(SchemaType.OBJECT);
    }

    private static Schema text(String example) {
        return typed(SchemaType.STRING).addExample(example);
    }

    private static Schema oneOf(Stream<String> words) {
        return typed(SchemaType.STRING).enumeration(words(words));
    }

    private static Schema typed(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static List<Object> words(Stream<String> words) {
        return words.map(Object.class::cast).toList();
    }
}
