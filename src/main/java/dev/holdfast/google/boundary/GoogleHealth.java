package dev.holdfast.google.boundary;

import dev.holdfast.google.token.TokenRefresh;
import dev.holdfast.google.wire.CallEnd;
import dev.holdfast.google.wire.CallWatch;
import dev.holdfast.google.wire.GoogleCall;
import dev.holdfast.google.wire.GoogleHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Shows how Google answered last, without a call. It stays UP: taking nodes out of service would not bring Google back. */
@Readiness
@ApplicationScoped
public class GoogleHealth implements HealthCheck {

    private static final List<GoogleCall> TOLD = List.of(GoogleCall.REFRESH, GoogleCall.EXCHANGE, GoogleCall.DRIVE);

    @Inject GoogleHttp http;
    @Inject TokenRefresh refresh;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("google").up().withData("circuit", refresh.circuit().code());
        CallWatch calls = http.calls();
        for (GoogleCall call : TOLD) {
            for (CallEnd end : CallEnd.values()) {
                Optional<Duration> ago = calls.sinceLast(call, end);
                ago.ifPresent(since -> health.withData(call.code() + "_" + end.code() + "_seconds_ago", since.toSeconds()));
            }
        }
        return health.build();
    }
}
