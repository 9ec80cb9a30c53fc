package dev.holdfast.standin;

import dev.holdfast.standin.authorization.AuthorizationEndpoint;
import dev.holdfast.standin.calendar.StandInCalendarApi;
import dev.holdfast.standin.contacts.StandInContactsApi;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.control.ControlEndpoint;
import dev.holdfast.standin.drive.StandInDriveApi;
import dev.holdfast.standin.gemini.StandInGeminiApi;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.openid.CertsEndpoint;
import dev.holdfast.standin.openid.DiscoveryEndpoint;
import dev.holdfast.standin.openid.Elsewhere;
import dev.holdfast.standin.openid.Pictures;
import dev.holdfast.standin.openid.UserInfoEndpoint;
import dev.holdfast.standin.signal.RiscEndpoint;
import dev.holdfast.standin.signal.StreamEndpoint;
import dev.holdfast.standin.streaming.StreamingApi;
import dev.holdfast.standin.token.RevocationEndpoint;
import dev.holdfast.standin.token.StandInTokenEndpoint;
import dev.holdfast.standin.world.World;
import java.util.HashMap;
import java.util.Map;

/** The endpoint of each path. */
final class Routes {

    /** An endpoint and the area it belongs to; without an area it is neither counted nor has faults. */
    record Route(StandInArea area, Endpoint endpoint) {}

    private static final Route NOTHING = new Route(
            StandInArea.UNKNOWN,
            call -> StandInAnswer.html(404, "<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>\n"));

    private final Map<String, Route> exact = new HashMap<>();
    private final StandInDriveApi drive;
    private final Route calendar;
    private final Route contacts;
    private final Route streaming;
    private final Route gemini;
    private final Route elsewhere;
    private final Route pictures;
    private final ControlEndpoint control;
    private final StandInTokenEndpoint token;

    Routes(World world, Control levers) {
        AuthorizationEndpoint authorization = new AuthorizationEndpoint(world);
        drive = new StandInDriveApi(world);
        calendar = new Route(StandInArea.CALENDAR, new StandInCalendarApi(world)::answer);
        contacts = new Route(StandInArea.CONTACTS, new StandInContactsApi(world)::answer);
        streaming = new Route(StandInArea.STREAMING, new StreamingApi(world)::answer);
        gemini = new Route(StandInArea.GEMINI, new StandInGeminiApi(world)::answer);
        elsewhere = new Route(StandInArea.ELSEWHERE, new Elsewhere(world.keys()));
        pictures = new Route(StandInArea.PICTURE, new Pictures(world));
        control = new ControlEndpoint(world, levers);
        token = new StandInTokenEndpoint(world);
        add("GET /.well-known/openid-configuration", StandInArea.DISCOVERY, new DiscoveryEndpoint(world));
        add("GET /.well-known/risc-configuration", StandInArea.DISCOVERY, new RiscEndpoint(world));
        add("GET /o/oauth2/v2/auth", StandInArea.AUTHORIZATION, authorization::ask);
        add("POST /o/oauth2/v2/auth/choose", StandInArea.AUTHORIZATION, authorization::choose);
        add("GET /o/oauth2/v2/auth/consent", StandInArea.AUTHORIZATION, authorization::consentPage);
        add("POST /o/oauth2/v2/auth/consent", StandInArea.AUTHORIZATION, authorization::consent);
        add("POST /revoke", StandInArea.REVOCATION, new RevocationEndpoint(world));
        add("GET /oauth2/v3/certs", StandInArea.CERTS, new CertsEndpoint(world));
        StreamEndpoint stream = new StreamEndpoint(world, levers.signals());
        add("GET /v1beta/stream", StandInArea.RISC, stream::setup);
        add("POST /v1beta/stream:update", StandInArea.RISC, stream::update);
        add("GET /v1beta/stream/status", StandInArea.RISC, stream::status);
        add("POST /v1beta/stream/status:update", StandInArea.RISC, stream::changeStatus);
        add("POST /v1beta/stream:verify", StandInArea.RISC, stream::verify);
        add("GET /v1/userinfo", StandInArea.USERINFO, new UserInfoEndpoint(world));
        add("GET /view", StandInArea.PICTURE, drive::view);
        add("GET /drive/v3/files", StandInArea.DRIVE_LIST, drive::list);
    }

    Route find(Call call) {
        String path = call.path();
        if (path.equals("/") || path.equals("/control") || path.startsWith("/control/")) {
            return new Route(null, control);
        }
        if (call.method().equals("POST") && path.equals("/token")) {
            return new Route(tokenArea(call), token);
        }
        if (path.startsWith(StandInCalendarApi.ROOT + "/")) {
            return calendar;
        }
        if (path.startsWith(StreamingApi.ROOT + "/")) {
            return streaming;
        }
        if (path.startsWith(StandInGeminiApi.ROOT + "/") || path.startsWith(StandInGeminiApi.VERTEX + "/")) {
            return gemini;
        }
        if (call.method().equals("GET") && path.startsWith(StandInContactsApi.ROOT + "/")) {
            return contacts;
        }
        if (path.startsWith("/elsewhere")) {
            return elsewhere;
        }
        if (call.method().equals("GET") && path.startsWith("/drive/v3/files/")) {
            return driveRoute(call);
        }
        return path.startsWith("/pictures/") ? pictures : exact.getOrDefault(call.method() + " " + path, NOTHING);
    }

    private static StandInArea tokenArea(Call call) {
        return switch (call.form().get("grant_type", "")) {
            case "authorization_code" -> StandInArea.EXCHANGE;
            case "refresh_token" -> StandInArea.REFRESH;
            default -> StandInArea.TOKEN;
        };
    }

    private Route driveRoute(Call call) {
        if (call.path().endsWith("/export")) {
            return new Route(StandInArea.DRIVE_EXPORT, drive::export);
        }
        return "media".equals(call.query().get("alt"))
                ? new Route(StandInArea.DRIVE_CONTENT, drive::content)
                : new Route(StandInArea.DRIVE_METADATA, drive::metadata);
    }

    private void add(String request, StandInArea area, Endpoint endpoint) {
        exact.put(request, new Route(area, endpoint));
    }
}
