package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.ForeignService;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.people.People;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The keys that sign access tokens succeed each other, and all people stay signed in (security group C, C08). */
@Order(1)
@ResourceLock(Locks.PATIENT_CLUSTER)
class SigningKeyIT {

    private static final Duration KEY_LIFETIME = Cluster.SIGNING_KEY_LIFETIME;

    @Test
    void keysWhenTheyRotateOnTwoNodesThenEitherAcceptsTheOthersTokensAndKnowsTheirKeyAhead() throws Exception {
        Cluster cluster = Cluster.patient();
        Browser ada = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA).browser();
        String first = ada.accessToken();
        Set<String> kids = new HashSet<>(Set.of(kidOf(first)));
        HoldfastServer signing = cluster.other();
        HoldfastServer asked = cluster.one();
        String published = jwksOf(ada.through(asked));
        while (kids.size() < 3) {
            Answers.fine(ada.through(signing).refresh());
            String kid = kidOf(ada.accessToken());
            kids.add(kid);
            assertTrue(published.contains(kid), "published by the other node before it signs");
            Answers.fine(ada.through(asked).get("/api/account"));
            published = jwksOf(ada.through(signing));
            HoldfastServer former = signing;
            signing = asked;
            asked = former;
            HoldfastServer.await(200);
        }
        assertTrue(published.contains(kidOf(first)), "served until its last token is dead");
        assertTrue(cacheSeconds(ada) <= KEY_LIFETIME.toSeconds() / 4, "cached for less than it is published ahead");
        Browser withTheFirst = ada.copy();
        Answers.fine(Browser.exchange(withTheFirst.bearer("/api/account")
                .setHeader("Authorization", "Bearer " + first).build()));
        assertEquals(ForeignService.CLAIMS, ForeignService.accepted("ES256", ada.accessToken(), published, Cluster.PUBLIC_URL)
                .getClaims().keySet().stream().filter(ForeignService.CLAIMS::contains).collect(Collectors.toSet()));
    }

    private static String jwksOf(Browser browser) {
        return browser.get("/.well-known/jwks.json").body();
    }

    private static long cacheSeconds(Browser browser) {
        HttpResponse<String> answer = browser.get("/.well-known/jwks.json");
        var told = Pattern.compile("max-age=(\\d+)").matcher(answer.headers().firstValue("Cache-Control").orElseThrow());
        assertTrue(told.find());
        return Long.parseLong(told.group(1));
    }

    private static String kidOf(String token) {
        return Jws.header(token).get("kid").getAsString();
    }
}
