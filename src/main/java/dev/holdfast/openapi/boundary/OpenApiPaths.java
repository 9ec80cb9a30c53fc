package dev.holdfast.openapi.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Puts each operation under the path of its own application, and names the credential that it needs. The scanner knows only
 * one of the three applications.
 */
final class OpenApiPaths {

    static final String API = "/api";
    static final String AUTH = "/auth";

    private static final String WELL_KNOWN = "/.well-known";
    private static final List<String> PREFIXES = List.of(WELL_KNOWN, API, AUTH);
    private static final Set<String> BY_COOKIE = Set.of("/token/refresh", "/logout");
    private static final Set<String> BY_NAVIGATION = Set.of("/login", "/callback");
    private static final Set<String> FOR_ANYONE = Set.of("/jwks.json");
    private static final String SIGNALS = "/signals/google";
    private static final String BEARER = "access_token";
    private static final String COOKIE = "refresh_cookie";

    private OpenApiPaths() {}

    static void complete(OpenAPI document) {
        Paths paths = OASFactory.createPaths();
        document.getPaths().getPathItems().forEach((path, item) -> {
            String own = withoutPrefix(path);
            paths.addPathItem(prefixOf(own) + own, item);
            if (prefixOf(own).equals(API)) {
                require(BEARER, item);
            } else if (BY_COOKIE.contains(own)) {
                require(COOKIE, item);
            }
        });
        document.setPaths(paths);
        document.getComponents().addSecurityScheme(BEARER, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"));
        document.getComponents().addSecurityScheme(COOKIE, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name("__Host-Http-holdfast")
                .description("holdfast where the public URL is http. It may be absent."));
    }

    private static void require(String scheme, PathItem item) {
        new ArrayList<>(item.getOperations().values()).forEach(operation ->
                operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(scheme)));
    }

    private static String withoutPrefix(String path) {
        return PREFIXES.stream().filter(prefix -> path.startsWith(prefix + "/")).findFirst()
                .map(prefix -> path.substring(prefix.length())).orElse(path);
    }

    private static String prefixOf(String path) {
        if (BY_COOKIE.contains(path) || BY_NAVIGATION.contains(path)) {
            return AUTH;
        }
        if (path.equals(SIGNALS)) {
            return "";
        }
        return FOR_ANYONE.contains(path) ? WELL_KNOWN : API;
    }
}
