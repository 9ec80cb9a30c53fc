package dev.holdfast.google.api;

import dev.holdfast.google.GoogleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The state that all calls to Google's APIs share on this node: each person's seats and the APIs that are not enabled. */
@ApplicationScoped
public class ApiCallLimits {

    private final DisabledApis disabled = new DisabledApis(System::nanoTime);
    private CallSeats seats;

    protected ApiCallLimits() {}

    @Inject
    public ApiCallLimits(GoogleConfig config) {
        seats = new CallSeats(config.timeout());
    }

    public CallSeats seats() {
        return seats;
    }

    public DisabledApis disabled() {
        return disabled;
    }
}
