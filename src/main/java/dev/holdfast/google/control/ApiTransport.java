package dev.holdfast.google.control;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import dev.holdfast.google.entity.CallEnd;
import dev.holdfast.google.entity.GoogleCall;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * Carries the requests of Google's API clients over our own client: to Google's APIs or the configured root and nowhere
 * else, with our time-outs instead of the library's, without redirects, bodies streamed both ways.
 */
final class ApiTransport extends QuietTransport {

    private final GoogleHttp http;

    ApiTransport(GoogleHttp http) {
        this.http = http;
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
        HttpUriRequestBase request = new HttpUriRequestBase(method, target);
        return new LowLevelHttpRequest() {
            @Override
            public void addHeader(String name, String value) {
                request.addHeader(name, value);
            }

            @Override
            public LowLevelHttpResponse execute() throws GoogleTrouble {
                try (CallWatch.Timing timing = http.calls().begin(GoogleCall.API)) {
                    OpenAnswer answer = http.send(target, request, Upload.of(this));
                    return timing.ended(CallEnd.ofStatus(answer.status()), new ApiResponse(http, answer));
                } catch (GoogleTrouble trouble) {
                    GoogleLog.apiTrouble(trouble.code());
                    throw trouble;
                }
            }
        };
    }
}
