package dev.holdfast;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Puts each operation of the OpenAPI document under its own application's path: the scanner knows only one of three. */
public class OpenApiPaths implements OASFilter {

    private static final List<String> PREFIXES = List.of("/.well-known", "/api", "/auth");
    private static final Set<String> BY_COOKIE = Set.of("/login", "/callback", "/token/refresh", "/logout");
    private static final Set<String> FOR_ANYONE = Set.of("/jwks.json");
    private static final String BEARER = "access_token";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Paths paths = OASFactory.createPaths();
        document.getPaths().getPathItems().forEach((path, item) -> {
            String own = withoutPrefix(path);
            paths.addPathItem(prefixOf(own) + own, item);
            if (prefixOf(own).equals("/api")) {
                requireBearer(item);
            }
        });
        document.setPaths(paths);
        document.setInfo(OASFactory.createInfo().title("Holdfast").version("1")
                .description("Sign in with Google once and keep working for weeks. Refusals are RFC 9457 problem JSON"
                        + " with a stable member \"code\"."));
        document.getComponents().addSecurityScheme(BEARER, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"));
    }

    private static void requireBearer(PathItem item) {
        new ArrayList<>(item.getOperations().values()).forEach(operation ->
                operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER)));
    }

    private static String withoutPrefix(String path) {
        return PREFIXES.stream().filter(prefix -> path.startsWith(prefix + "/")).findFirst()
                .map(prefix -> path.substring(prefix.length())).orElse(path);
    }

    private static String prefixOf(String path) {
        return BY_COOKIE.contains(path) ? "/auth" : FOR_ANYONE.contains(path) ? "/.well-known" : "/api";
    }
}
