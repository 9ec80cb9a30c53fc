package dev.holdfast.signin.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.session.entity.SentCookie;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.signin.control.Seals;
import dev.holdfast.signin.control.TransactionSeal;
import dev.holdfast.signin.entity.BrowserFlows;
import dev.holdfast.signin.entity.ReturnTo;
import dev.holdfast.signin.entity.SignInTransaction;
import dev.holdfast.signin.entity.Transactions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowCookiesTest {

    private final TransactionSeal seal = Seals.seal();
    private final FlowCookies plain = new FlowCookies(seal, new PublicUrl(URI.create("http://localhost:9080")));
    private final FlowCookies https = new FlowCookies(seal, new PublicUrl(URI.create("https://app.example.com")));
    private final SignInTransaction transaction = Transactions.transaction("state");

    /** Contract section 2; RFC 6265bis section 4.1.3.2: __Host- wants Secure, Path=/ and no Domain. */
    @Test
    void keepWhenHttpsThenHostPrefixedSecureAndShort() {
        String cookie = only(https.keep(transaction, List.of()).orElseThrow());

        assertTrue(cookie.matches("__Host-Http-holdfast-signin-[A-Za-z0-9_-]{22}=[A-Za-z0-9_-]+"
                + "; Max-Age=600; Path=/; HttpOnly; SameSite=Lax; Secure"), cookie);
    }

    @Test
    void keepWhenPlainHttpThenNeitherPrefixNorSecure() {
        String cookie = only(plain.keep(transaction, List.of()).orElseThrow());

        assertTrue(cookie.startsWith("holdfast-signin-"));
        assertTrue(cookie.endsWith("; Path=/; HttpOnly; SameSite=Lax"));
    }

    @Test
    void keepWhenAsLargeAsCanBeThenUnderTwoKilobytes() {
        SignInTransaction large = Transactions.transaction("s".repeat(43), Transactions.BEGUN,
                ReturnTo.parse("/" + "a".repeat(599)), Set.of("x".repeat(450)));

        assertTrue(only(https.keep(large, List.of()).orElseThrow()).length() < 2048);
    }

    @Test
    void findWhenTheBrowserKeepsItThenTheTransaction() {
        assertEquals(Optional.of(transaction), plain.find(List.of(kept("state", 0)), Secret.of("state")));
    }

    @Test
    void findWhenStateIsUnknownHereThenEmpty() {
        assertTrue(plain.find(List.of(kept("other", 0)), Secret.of("state")).isEmpty());
        assertTrue(plain.find(List.of(), Secret.of("state")).isEmpty());
    }

    @Test
    void findWhenAnotherFlowsCookieWearsItsNameThenEmpty() {
        SentCookie other = kept("other", 0);
        SentCookie disguised = new SentCookie("holdfast-signin-" + seal.flowOf(Secret.of("state")), other.value());

        assertTrue(plain.find(List.of(disguised), Secret.of("state")).isEmpty());
    }

    /** Cookie tossing: a sibling host may have set one of the two. */
    @Test
    void findWhenTwoOfTheNameThenEmpty() {
        assertTrue(plain.find(List.of(kept("state", 0), kept("state", 0)), Secret.of("state")).isEmpty());
    }

    @Test
    void keepWhenFourAreOpenThenTheOldestIsDeleted() {
        List<SentCookie> sent = new ArrayList<>(IntStream.range(0, 4).mapToObj(age -> kept("s" + age, age)).toList());
        sent.add(new SentCookie("holdfast", "refresh"));

        List<String> set = plain.keep(transaction, sent).orElseThrow();

        assertEquals(2, set.size());
        assertEquals(plain.delete(Secret.of("s3")), set.get(0));
        assertTrue(set.get(0).contains("=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax"));
    }

    @Test
    void keepWhenThreeAreOpenThenNoneIsDeleted() {
        List<SentCookie> sent = IntStream.range(0, 3).mapToObj(age -> kept("s" + age, age)).toList();

        assertEquals(1, plain.keep(transaction, sent).orElseThrow().size());
    }

    @Test
    void keepWhenForeignCookiesWearThePrefixThenNothingOfThemIsWrittenBack() {
        List<SentCookie> sent = IntStream.range(0, 9)
                .mapToObj(index -> new SentCookie("holdfast-signin-" + "x".repeat(65) + index, "v")).toList();

        assertEquals(1, plain.keep(transaction, sent).orElseThrow().size());
    }

    @Test
    void keepWhenWrittenThenNothingOfItCanBeRead() {
        String cookie = only(plain.keep(transaction, List.of()).orElseThrow());

        assertFalse(cookie.contains("state") || cookie.contains("nnnn") || cookie.contains("vvvv"));
    }

    @Test
    void keepWhenAnotherSiteAsksAndFourAreOpenThenThereIsNoRoom() {
        List<SentCookie> sent = IntStream.range(0, 4).mapToObj(age -> kept("s" + age, age)).toList();
        SignInTransaction foreign = Transactions.fromElsewhere("foreign", Transactions.BEGUN);

        assertTrue(plain.keep(foreign, sent).isEmpty());
        assertEquals(1, plain.keep(foreign, sent.subList(0, 3)).orElseThrow().size());
    }

    /** Cookies that cannot be ours do not count, so they displace no sign-in. */
    @Test
    void keepWhenCookiesOfTheNameDoNotOpenThenTheyMakeRoomForAnySite() {
        List<SentCookie> sent = IntStream.range(0, 9).mapToObj(index -> new SentCookie("holdfast-signin-" + index, "v")).toList();

        assertEquals(7, plain.keep(Transactions.fromElsewhere("foreign", Transactions.BEGUN), sent).orElseThrow().size());
    }

    @Test
    void flowsWhenAskedThenTheTransactionOfTheStateAndWhetherItsCookieCame() {
        List<Secret> states = List.of(Secret.of("state"));

        assertEquals(new BrowserFlows(Optional.of(transaction), true), plain.flows(List.of(kept("state", 0)), states));
        assertEquals(new BrowserFlows(Optional.empty(), false), plain.flows(List.of(kept("other", 0)), states));
        assertEquals(new BrowserFlows(Optional.empty(), true), plain.flows(List.of(
                new SentCookie("holdfast-signin-" + seal.flowOf(states.get(0)), kept("other", 0).value())), states));
        assertEquals(new BrowserFlows(Optional.empty(), false),
                plain.flows(List.of(new SentCookie("theme", "1,holdfast-signin-a=b")), states));
    }

    private SentCookie kept(String state, int age) {
        SignInTransaction begun = Transactions.transaction(state, Transactions.BEGUN.minusSeconds(age),
                transaction.returnTo(), transaction.extraScopes());
        return new SentCookie("holdfast-signin-" + seal.flowOf(Secret.of(state)), seal.seal(begun));
    }

    private static String only(List<String> values) {
        assertEquals(1, values.size());
        return values.get(0);
    }
}
