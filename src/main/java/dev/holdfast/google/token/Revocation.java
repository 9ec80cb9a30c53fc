package dev.holdfast.google.token;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.GoogleLog;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.CallEnd;
import dev.holdfast.google.wire.CallWatch;
import dev.holdfast.google.wire.GoogleCall;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Revokes tokens of either kind at Google (RFC 7009), which withdraws everything that the person granted this project. */
@ApplicationScoped
public class Revocation {

    /** The token is already invalid, or of a kind that cannot be revoked: a retry would change nothing. */
    private static final Set<String> NOTHING_TO_REVOKE = Set.of("invalid_token", "invalid_request");

    private GoogleEndpoints endpoints;
    private GoogleHttp http;

    protected Revocation() {}

    @Inject
    public Revocation(GoogleEndpoints endpoints, GoogleHttp http) {
        this.endpoints = endpoints;
        this.http = http;
    }

    /** Makes one call, without a retry. */
    public RevocationOutcome revoke(Secret token) {
        try {
            URI endpoint = endpoints.revocation().orElseThrow(() -> new GoogleTrouble("endpoint_unknown"));
            return outcomeOf(ask(endpoint, "token=" + URLEncoder.encode(token.reveal(), StandardCharsets.UTF_8)));
        } catch (GoogleTrouble trouble) {
            return retry(trouble.code());
        }
    }

    private Answer ask(URI endpoint, String form) throws GoogleTrouble {
        try (CallWatch.Timing timing = http.calls().begin(GoogleCall.REVOCATION)) {
            Answer answer = http.postForm(endpoint, form, http.deadline());
            return timing.ended(CallEnd.ofStatus(answer.status()), answer);
        }
    }

    private static RevocationOutcome outcomeOf(Answer answer) {
        boolean done = answer.status() == 200 || answer.status() == 400
                && TokenAnswer.of(answer.status(), answer.body()) instanceof TokenAnswer.Refused refused
                && NOTHING_TO_REVOKE.contains(refused.error());
        return done ? RevocationOutcome.DONE : retry("http_" + answer.status());
    }

    private static RevocationOutcome retry(String code) {
        GoogleLog.revocationFailed(code);
        return RevocationOutcome.RETRY;
    }
}
