package dev.holdfast.journeys.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.RawHttp;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cookies that a neighbouring host may set for the whole domain, and that a generous reader of the {@code Cookie} header
 * takes for ours (security group D02, A01, A13, A14). {@code %} stands for the attacker's {@code name=value}.
 */
@OnStage
class TossedCookiesIT {

    private static final String SPELLINGS = "theme=1,%|theme=1, %|theme=\"a\",%|theme=\"a,%\"|$Version=1,%|$Version=\"1\"; $Path=/,%"
            + "|'%'|theme=%";

    private Stage stage;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
    }

    /** Session fixation. */
    @Test
    void refreshWhenTheAttackersTokenIsInsideAnotherCookieThenItIsNoSession() {
        String token = Guest.arriving(stage, People.BRUNO).browser().cookies().get("holdfast");
        List<String> planted = new ArrayList<>(spelled("holdfast=" + token));
        planted.add("\"holdfast\"=" + token);
        planted.add("Holdfast=" + token);
        planted.add("=holdfast=" + token);

        for (String cookie : planted) {
            RawHttp.Answer answer = post("/auth/token/refresh", cookie);
            assertEquals(204, answer.status(), () -> cookie + " gives " + answer);
            assertTrue(answer.header("Set-Cookie").isEmpty(), cookie);
        }
    }

    /** A lock-out that would last as long as the neighbour's cookie. */
    @Test
    void refreshWhenAnotherCookieHoldsOurNameThenTheRealOneGoesOnWorking() {
        String real = Guest.arriving(stage, People.ADA).browser().cookies().get("holdfast");
        List<String> beside = new ArrayList<>(spelled("holdfast=x"));
        beside.add("\"holdfast\"=x");

        for (String tossed : beside) {
            real = refreshed(tossed + "; holdfast=" + real);
            real = refreshed("holdfast=" + real + "; " + tossed);
            real = refreshed(tossed + "\r\nCookie: holdfast=" + real);
        }
    }

    private String refreshed(String cookies) {
        RawHttp.Answer answer = post("/auth/token/refresh", cookies);
        assertEquals(200, answer.status(), () -> cookies + " gives " + answer);
        return answer.header("Set-Cookie").orElseThrow().split("[=;]")[1];
    }

    @Test
    void logoutWhenTheTokenIsInsideAnotherCookieThenNothingEnds() {
        Browser victim = Guest.arriving(stage, People.ADA).browser();

        for (String cookie : spelled("holdfast=" + victim.cookies().get("holdfast"))) {
            assertEquals(204, post("/auth/logout", cookie).status());
        }

        Answers.fine(victim.refresh());
    }

    /** Sign-in CSRF: the attacker's flow, planted, and a link to the attacker's callback. */
    @Test
    void callbackWhenTheAttackersFlowIsInsideAnotherCookieThenItIsRefusedUnasked() {
        stage.google().control().changeSub(People.BRUNO, UUID.randomUUID().toString());
        Browser attacker = stage.browser();
        URI callback = attacker.answerOfGoogle(attacker.goToGoogle("/auth/login"), People.BRUNO, "all");
        String flow = attacker.cookies().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .findFirst().orElseThrow();
        List<String> planted = new ArrayList<>(spelled(flow));
        planted.add("\"" + flow.replaceFirst("=", "\"="));

        for (String cookie : planted) {
            RawHttp.Answer answer = get(callback.getRawPath() + "?" + callback.getRawQuery(), cookie);
            assertEquals(stage.holdfast().origin() + "/login?reason=cookies_missing", answer.header("Location").orElse(""),
                    cookie);
        }
        assertEquals(0, stage.google().counts().of(StandInArea.EXCHANGE));
    }

    /** The session that {@code /auth/login} notes for its end is the browser's own. */
    @ParameterizedTest
    @ValueSource(strings = {"theme=1,", "theme=\"a\", "})
    void signInWhenAStrangersTokenIsInsideAnotherCookieThenTheStrangerStays(String before) {
        Browser stranger = Guest.arriving(stage, People.BRUNO).browser();
        stage.google().control().changeSub(People.ADA, UUID.randomUUID().toString());
        Browser person = stage.browser();
        person.cookies().put(before + "holdfast", stranger.cookies().get("holdfast"));

        HttpResponse<String> back = person.signIn(People.ADA);

        assertEquals(303, back.statusCode());
        Answers.fine(stranger.refresh());
    }

    private static List<String> spelled(String pair) {
        return List.of(SPELLINGS.replace("%", pair).split("\\|"));
    }

    private RawHttp.Answer post(String path, String cookie) {
        return RawHttp.send(stage.holdfast().origin(), "POST " + path + " HTTP/1.1", "Host: " + authority(),
                "Sec-Fetch-Site: same-origin", "Content-Length: 0", "Cookie: " + cookie);
    }

    private RawHttp.Answer get(String address, String cookie) {
        return RawHttp.send(stage.holdfast().origin(), "GET " + address + " HTTP/1.1", "Host: " + authority(),
                "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document", "Cookie: " + cookie);
    }

    private String authority() {
        return stage.holdfast().origin().getAuthority();
    }
}
