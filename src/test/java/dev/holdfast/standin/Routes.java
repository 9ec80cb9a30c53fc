package dev.holdfast.standin;

import dev.holdfast.standin.authorization.AuthorizationEndpoint;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.control.ControlEndpoint;
import dev.holdfast.standin.drive.DriveApi;
import dev.holdfast.standin.http.Answer;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.journal.Area;
import dev.holdfast.standin.openid.CertsEndpoint;
import dev.holdfast.standin.openid.DiscoveryEndpoint;
import dev.holdfast.standin.openid.Elsewhere;
import dev.holdfast.standin.openid.Pictures;
import dev.holdfast.standin.openid.UserInfoEndpoint;
import dev.holdfast.standin.token.RevocationEndpoint;
import dev.holdfast.standin.token.TokenEndpoint;
import dev.holdfast.standin.world.World;
import java.util.HashMap;
import java.util.Map;

/** Which endpoint answers what. */
final class Routes {

    /** An endpoint and the area it belongs to; without an area it is neither counted nor has weather. */
    record Route(Area area, Endpoint endpoint) {}

    private static final Route NOTHING = new Route(
            Area.UNKNOWN, call -> Answer.html(404, "<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>\n"));

    private final Map<String, Route> exact = new HashMap<>();
    private final DriveApi drive;
    private final Route elsewhere;
    private final Route pictures;
    private final ControlEndpoint control;
    private final TokenEndpoint token;

    Routes(World world, Control levers) {
        AuthorizationEndpoint authorization = new AuthorizationEndpoint(world);
        drive = new DriveApi(world);
        elsewhere = new Route(Area.ELSEWHERE, new Elsewhere(world.keys()));
        pictures = new Route(Area.PICTURE, new Pictures(world));
        control = new ControlEndpoint(world, levers);
        token = new TokenEndpoint(world);
        add("GET /.well-known/openid-configuration", Area.DISCOVERY, new DiscoveryEndpoint(world));
        add("GET /o/oauth2/v2/auth", Area.AUTHORIZATION, authorization::ask);
        add("POST /o/oauth2/v2/auth/choose", Area.AUTHORIZATION, authorization::choose);
        add("GET /o/oauth2/v2/auth/consent", Area.AUTHORIZATION, authorization::consentPage);
        add("POST /o/oauth2/v2/auth/consent", Area.AUTHORIZATION, authorization::consent);
        add("POST /revoke", Area.REVOCATION, new RevocationEndpoint(world));
        add("GET /oauth2/v3/certs", Area.CERTS, new CertsEndpoint(world));
        add("GET /v1/userinfo", Area.USERINFO, new UserInfoEndpoint(world));
        add("GET /view", Area.PICTURE, drive::view);
        add("GET /drive/v3/files", Area.DRIVE_LIST, drive::list);
    }

    Route find(Call call) {
        String path = call.path();
        if (path.equals("/") || path.equals("/control") || path.startsWith("/control/")) {
            return new Route(null, control);
        }
        if (call.method().equals("POST") && path.equals("/token")) {
            return new Route(tokenArea(call), token);
        }
        if (path.startsWith("/elsewhere")) {
            return elsewhere;
        }
        if (call.method().equals("GET") && path.startsWith("/drive/v3/files/")) {
            return driveRoute(call);
        }
        return path.startsWith("/pictures/") ? pictures : exact.getOrDefault(call.method() + " " + path, NOTHING);
    }

    private static Area tokenArea(Call call) {
        return switch (call.form().get("grant_type", "")) {
            case "authorization_code" -> Area.EXCHANGE;
            case "refresh_token" -> Area.REFRESH;
            default -> Area.TOKEN;
        };
    }

    private Route driveRoute(Call call) {
        if (call.path().endsWith("/export")) {
            return new Route(Area.DRIVE_EXPORT, drive::export);
        }
        return "media".equals(call.query().get("alt"))
                ? new Route(Area.DRIVE_CONTENT, drive::content)
                : new Route(Area.DRIVE_METADATA, drive::metadata);
    }

    private void add(String request, Area area, Endpoint endpoint) {
        exact.put(request, new Route(area, endpoint));
    }
}
