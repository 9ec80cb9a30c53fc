package dev.holdfast.signin.boundary;

import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.signin.entity.LoginReason;
import dev.holdfast.signin.entity.SignInResult;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts sign-ins by how they end: with a session, with consent for the session there is, with one more trip to Google,
 * or at the login page and why.
 */
@ApplicationScoped
public class SignInMetrics {

    private static final String SIGNED_IN = "signed_in";
    private static final String CONSENTED = "consented";
    private static final String ONCE_MORE = "once_more";

    @Inject MetricRegistry registry;

    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        Stream.concat(Stream.of(SIGNED_IN, CONSENTED, ONCE_MORE), Arrays.stream(LoginReason.values()).map(LoginReason::code))
                .forEach(this::counter);
    }

    SignInResult count(SignInResult result) {
        if (result instanceof SignInResult.Refused refused) {
            count(refused.reason());
        } else {
            counter(outcomeOf(result)).inc();
        }
        return result;
    }

    private static String outcomeOf(SignInResult result) {
        if (result instanceof SignInResult.Consented) {
            return CONSENTED;
        }
        return result instanceof SignInResult.SignedIn ? SIGNED_IN : ONCE_MORE;
    }

    LoginReason count(LoginReason reason) {
        counter(reason.code()).inc();
        return reason;
    }

    private Counter counter(String outcome) {
        return counters.computeIfAbsent(outcome, one -> registry.counter(MetricNames.SIGN_INS, new Tag("outcome", one)));
    }
}
