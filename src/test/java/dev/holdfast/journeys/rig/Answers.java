package dev.holdfast.journeys.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;

/** The contract's rules for answers, checked as a whole: status, code, and the headers and members that belong to it. */
public final class Answers {

    private Answers() {}

    public static JsonObject problem(HttpResponse<String> response, int status, String code) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("application/problem+json", response.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        JsonObject problem = Browser.json(response);
        assertEquals(code, problem.get("code").getAsString());
        assertEquals(status, problem.get("status").getAsInt());
        return problem;
    }

    /** Transient: the client is told when to come back, and keeps its cookie. */
    public static JsonObject later(HttpResponse<String> response, int status, String code) {
        JsonObject problem = problem(response, status, code);
        assertTrue(Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow()) >= 1);
        assertTrue(response.headers().firstValue("Set-Cookie").isEmpty(), "the cookie stays as it is");
        return problem;
    }

    /** Final: a 401 with its reason that takes the cookie away. */
    public static void over(HttpResponse<String> response, String code, String reason) {
        assertEquals(reason, problem(response, 401, code).get("reason").getAsString());
        assertTrue(response.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
        assertTrue(clearsCookie(response), "the cookie is cleared");
    }

    public static void fine(HttpResponse<?> response) {
        assertEquals(200, response.statusCode(), () -> String.valueOf(response.body()));
        assertFalse(response.headers().allValues("Set-Cookie").stream().anyMatch(cookie -> cookie.contains("Max-Age=0")));
    }

    public static boolean clearsCookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith("holdfast=;") && cookie.contains("Max-Age=0"));
    }
}
