package dev.holdfast.signin.boundary;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.signin.control.TransactionSeal;
import dev.holdfast.signin.entity.OpenFlows;
import dev.holdfast.signin.entity.SignInTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sign-ins a browser has open, as the cookies it sends and the {@code Set-Cookie} values it is to be sent. */
@ApplicationScoped
public class FlowCookies {

    /** Only what can be one of ours is ever written back. */
    private static final Pattern FLOW = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private TransactionSeal seal;
    private FlowCookie form;

    protected FlowCookies() {}

    @Inject
    public FlowCookies(TransactionSeal seal, PublicUrl publicUrl) {
        this.seal = seal;
        this.form = new FlowCookie(publicUrl);
    }

    /** The transaction this browser keeps for {@code state}; empty if it keeps none, or two of that name. */
    Optional<SignInTransaction> find(List<Cookie> sent, Secret state) {
        String flow = seal.flowOf(state);
        List<Cookie> named = sent.stream().filter(cookie -> form.nameOf(flow).equals(cookie.getName())).toList();
        return named.size() == 1 ? seal.open(named.get(0).getValue(), flow) : Optional.empty();
    }

    /** Keeps {@code transaction} and deletes the oldest of those beyond the limit. */
    Stream<String> keep(SignInTransaction transaction, List<Cookie> sent) {
        String flow = seal.flowOf(transaction.protection().state());
        return Stream.concat(OpenFlows.surplus(begun(sent)).stream().map(form::deleting),
                Stream.of(form.keeping(flow, seal.seal(transaction))));
    }

    /** What is left of the cookies once the flows of these states are over. */
    List<Cookie> besides(List<Secret> states, List<Cookie> sent) {
        Set<String> over = states.stream().map(seal::flowOf).map(form::nameOf).collect(Collectors.toSet());
        return sent.stream().filter(cookie -> !over.contains(cookie.getName())).toList();
    }

    String delete(Secret state) {
        return form.deleting(seal.flowOf(state));
    }

    /** A cookie that does not open counts as the oldest. */
    private Map<String, Instant> begun(List<Cookie> sent) {
        Map<String, Instant> begun = new HashMap<>();
        for (Cookie cookie : sent) {
            form.flowOf(cookie.getName()).filter(flow -> FLOW.matcher(flow).matches())
                    .ifPresent(flow -> begun.put(flow, seal.open(cookie.getValue(), flow)
                            .map(SignInTransaction::startedAt).orElse(Instant.EPOCH)));
        }
        return begun;
    }
}
