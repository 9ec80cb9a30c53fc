package dev.holdfast.journeys.rig;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@code Set-Cookie} header taken apart; {@code attributes} without Max-Age. */
public record SetCookie(String name, String value, long maxAge, Set<String> attributes, int length) {

    public static List<SetCookie> all(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream().map(SetCookie::parse).toList();
    }

    /** Returns the only one. */
    public static SetCookie of(HttpResponse<?> response) {
        List<SetCookie> all = all(response);
        if (all.size() != 1) {
            throw new AssertionError("one cookie expected: " + all);
        }
        return all.get(0);
    }

    /** Tells whether the browser is to forget the cookie. */
    public boolean isDeletion() {
        return value.isEmpty() && maxAge == 0;
    }

    private static SetCookie parse(String header) {
        String[] parts = header.split(";\\s*");
        String[] pair = parts[0].split("=", 2);
        long maxAge = Arrays.stream(parts).filter(part -> part.startsWith("Max-Age="))
                .map(part -> Long.valueOf(part.substring(8))).findFirst().orElse(-1L);
        return new SetCookie(pair[0], pair[1], maxAge, Arrays.stream(parts).skip(1)
                .filter(part -> !part.startsWith("Max-Age=")).collect(Collectors.toSet()), header.length());
    }
}
