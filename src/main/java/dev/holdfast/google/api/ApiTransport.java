package dev.holdfast.google.api;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.GoogleLog;
import dev.holdfast.google.token.QuietTransport;
import dev.holdfast.google.wire.ApiRoom;
import dev.holdfast.google.wire.CallEnd;
import dev.holdfast.google.wire.CallWatch;
import dev.holdfast.google.wire.GoogleCall;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.OpenAnswer;
import dev.holdfast.google.wire.Upload;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * Sends the requests of Google's API clients through Holdfast's HTTP client, and only to allowed origins. It sets
 * time-outs of its own instead of the library's, follows no redirect and streams bodies in both directions.
 */
final class ApiTransport extends QuietTransport {

    private final GoogleHttp http;
    private final CallSeats seats;
    private final UUID accountId;
    private final ApiEnabled enabled;

    /** Creates a transport for calls on behalf of one account; each call takes one of its seats. */
    ApiTransport(GoogleHttp http, CallSeats seats, DisabledApis disabled, UUID accountId) {
        this.http = http;
        this.seats = seats;
        this.accountId = accountId;
        this.enabled = new ApiEnabled(http, disabled);
    }

    @Override
    public boolean supportsMethod(String method) {
        return true;
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        URI target = URI.create(url);
        if (!http.mayCall(target)) {
            throw new IllegalArgumentException("no token goes to " + target.getScheme() + "://" + target.getHost()
                    + ": it is neither an API of Google nor under holdfast.google.api-root");
        }
        return new Call(target, new HttpUriRequestBase(method, target));
    }

    /**
     * Returns the client's time-out within our limits. 0 means no limit to the library (HttpRequest.setReadTimeout); here
     * it means the longest one.
     */
    private static Duration bounded(int readMillis) {
        Duration asked = readMillis == 0 ? GoogleConfig.MOST_API_TIMEOUT : Duration.ofMillis(readMillis);
        return asked.compareTo(GoogleConfig.LEAST_API_TIMEOUT) < 0 ? GoogleConfig.LEAST_API_TIMEOUT
                : asked.compareTo(GoogleConfig.MOST_API_TIMEOUT) > 0 ? GoogleConfig.MOST_API_TIMEOUT : asked;
    }

    /** One request, as Google's client fills it in and sends it. */
    private final class Call extends LowLevelHttpRequest {

        private final URI target;
        private final HttpUriRequestBase request;
        private Duration head = GoogleConfig.MOST_API_TIMEOUT;

        Call(URI target, HttpUriRequestBase request) {
            this.target = target;
            this.request = request;
        }

        /** Uses only the read time-out, for the head of the answer: the settings limit connecting. */
        @Override
        public void setTimeout(int connectMillis, int readMillis) {
            head = bounded(readMillis);
        }

        @Override
        public void addHeader(String name, String value) {
            request.addHeader(name, value);
        }

        @Override
        public LowLevelHttpResponse execute() throws GoogleTrouble {
            try (CallWatch.Timing timing = http.calls().begin(GoogleCall.API);
                    CallSeats.Seat seat = seats.take(accountId).orElseThrow(() -> new GoogleTrouble(GoogleTrouble.BUSY));
                    ApiRoom.Place place = http.enterApi().orElseThrow(() -> new GoogleTrouble(GoogleTrouble.BUSY))) {
                OpenAnswer answer = http.send(target, request, Upload.of(this), head, place);
                enabled.see(target, answer);
                return timing.ended(CallEnd.ofStatus(answer.status()), new ApiResponse(http, answer));
            } catch (GoogleTrouble trouble) {
                if (!trouble.isHomeMade()) {
                    GoogleLog.apiTrouble(trouble.code());
                }
                throw trouble;
            }
        }
    }
}
