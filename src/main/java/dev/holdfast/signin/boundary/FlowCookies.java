package dev.holdfast.signin.boundary;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.session.entity.SentCookie;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.signin.control.TransactionSeal;
import dev.holdfast.signin.entity.Attempt;
import dev.holdfast.signin.entity.Begun;
import dev.holdfast.signin.entity.BrowserFlows;
import dev.holdfast.signin.entity.OpenFlows;
import dev.holdfast.signin.entity.OpenFlows.OpenFlow;
import dev.holdfast.signin.entity.SignInTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sign-ins that a browser has open: reads them from its cookies and writes them as {@code Set-Cookie} values. */
@ApplicationScoped
public class FlowCookies {

    /** The form of our flow names; a name of another form is never written into a {@code Set-Cookie} header. */
    private static final Pattern FLOW = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private TransactionSeal seal;
    private FlowCookie form;

    protected FlowCookies() {}

    @Inject
    public FlowCookies(TransactionSeal seal, PublicUrl publicUrl) {
        this.seal = seal;
        this.form = new FlowCookie(publicUrl);
    }

    /** Returns the transaction this browser keeps for {@code state}; empty if it sent no cookie of that name, or two. */
    Optional<SignInTransaction> find(List<SentCookie> sent, Secret state) {
        String flow = seal.flowOf(state);
        List<SentCookie> named = sent.stream().filter(cookie -> form.nameOf(flow).equals(cookie.name())).toList();
        return named.size() == 1 ? seal.open(named.get(0).value(), flow) : Optional.empty();
    }

    /**
     * Returns the transaction of the first state that this browser knows, and whether a cookie of any of the states came.
     */
    BrowserFlows flows(List<SentCookie> sent, List<Secret> states) {
        return new BrowserFlows(states.stream().flatMap(state -> find(sent, state).stream()).findFirst(),
                states.stream().map(seal::flowOf).map(form::nameOf)
                        .anyMatch(name -> sent.stream().anyMatch(cookie -> name.equals(cookie.name()))));
    }

    /**
     * Returns the {@code Set-Cookie} values that keep {@code transaction} and delete the flows that make room for it.
     * Empty if there is no room, which happens only to the first trip of a sign-in that another site began.
     */
    Optional<List<String>> keep(SignInTransaction transaction, List<SentCookie> sent) {
        String flow = seal.flowOf(transaction.protection().state());
        Begun newcomer = transaction.attempt() == Attempt.FIRST ? transaction.begun() : Begun.HERE;
        return OpenFlows.surplus(open(sent), newcomer).map(surplus -> Stream.concat(
                surplus.stream().map(form::deleting), Stream.of(form.keeping(flow, seal.seal(transaction)))).toList());
    }

    /** Returns the cookies that remain once the flows of these states are over. */
    List<SentCookie> besides(List<Secret> states, List<SentCookie> sent) {
        Set<String> over = states.stream().map(seal::flowOf).map(form::nameOf).collect(Collectors.toSet());
        return sent.stream().filter(cookie -> !over.contains(cookie.name())).toList();
    }

    String delete(Secret state) {
        return form.deleting(seal.flowOf(state));
    }

    private List<OpenFlow> open(List<SentCookie> sent) {
        return sent.stream().flatMap(cookie -> form.flowOf(cookie.name())
                .filter(flow -> FLOW.matcher(flow).matches())
                .map(flow -> open(flow, cookie.value())).stream()).toList();
    }

    private OpenFlow open(String flow, String sealed) {
        return seal.open(sealed, flow)
                .map(transaction -> new OpenFlow(flow, transaction.startedAt(), transaction.begun()))
                .orElseGet(() -> new OpenFlow(flow, Instant.EPOCH, Begun.ELSEWHERE));
    }
}
