package dev.holdfast.google.stream;

import dev.holdfast.google.wire.Deadline;
import dev.holdfast.google.wire.GoogleHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Google's RISC stream management API. A project has one stream. */
@ApplicationScoped
public class StreamApi {

    private StreamConfig config;
    private GoogleHttp http;

    protected StreamApi() {}

    @Inject
    public StreamApi(StreamConfig config, GoogleHttp http) {
        this.config = config;
        this.http = http;
    }

    /** Returns the calls on behalf of this service account, which all have to end within {@code patience} from now. */
    public StreamCalls callsOf(ServiceAccount account, Duration patience) {
        return new StreamCalls(config, http, account, Deadline.in(patience));
    }
}
