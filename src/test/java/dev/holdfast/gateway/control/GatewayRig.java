package dev.holdfast.gateway.control;

import dev.holdfast.account.control.Requester;
import dev.holdfast.custody.client.GoogleClients;
import dev.holdfast.drive.control.LendingDesk;
import dev.holdfast.gateway.entity.AllowRule;
import dev.holdfast.gateway.entity.GatewayApi;
import dev.holdfast.gateway.entity.RequestHeaders;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.api.ApiCallLimits;
import dev.holdfast.google.api.GoogleApis;
import dev.holdfast.google.wire.GoogleHttp;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A gateway in front of an API at some origin on loopback, with tokens of a lending desk's. */
public final class GatewayRig implements AutoCloseable {

    public static final String SCOPE = "https://www.googleapis.com/auth/some";
    public static final UUID ADA = UUID.randomUUID();

    public final LendingDesk desk = LendingDesk.lending("openid", SCOPE);
    private final GoogleHttp http;
    private final Gateway gateway;
    private final URI root;
    private final long mostBytes;

    public GatewayRig(String origin, long mostBytes) {
        GoogleConfig config = new GoogleConfig(SettingsOf.google(origin, Map.of("holdfast.google.timeout", "PT2S")));
        this.http = new GoogleHttp(config);
        this.root = URI.create(origin + "/api/v1");
        this.mostBytes = mostBytes;
        this.gateway = new Gateway(
                new GoogleClients(desk, new GoogleApis(config, http, new ApiCallLimits(config)), config), new Requester());
    }

    public GatewayApi api(int perMinute, String rules) {
        return new GatewayApi("some", root, List.of(AllowRule.parse(rules).orElseThrow()), mostBytes, perMinute,
                Duration.ofSeconds(2));
    }

    public GatewayOutcome call(UUID person, GatewayApi api, GatewayRequest request) {
        return gateway.call(person, api, request);
    }

    public GatewayOutcome call(GatewayRequest request) {
        return call(ADA, api(1000, "GET|HEAD|POST|PUT|PATCH|DELETE /** " + SCOPE), request);
    }

    public GatewayOutcome call(String method, String path) {
        return call(request(method, path, OptionalLong.empty(), InputStream.nullInputStream()));
    }

    public static GatewayRequest request(String method, String path, OptionalLong length, InputStream body) {
        return new GatewayRequest(method, path, null, Optional.of(new RequestHeaders(Map.of(), Optional.of("text/x"))), length,
                body);
    }

    @Override
    public void close() {
        http.close();
    }
}
