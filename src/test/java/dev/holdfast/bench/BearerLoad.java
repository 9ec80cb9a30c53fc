package dev.holdfast.bench;

import dev.holdfast.bench.Load.Figures;
import dev.holdfast.journeys.rig.Browser;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** The price of the Bearer token: open GET, protected GET with one token and with a thousand, and bad tokens of two kinds. */
public final class BearerLoad {

    private static final int CLIENTS = 8;
    private static final int SESSIONS = Integer.getInteger("bench.sessions", 1000);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 6));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm", 10));

    private final BenchStage stage;

    private BearerLoad(BenchStage stage) {
        this.stage = stage;
    }

    public static void main(String[] arguments) throws Exception {
        try (BenchStage stage = new BenchStage()) {
            List<String> tokens = stage.signedIn(SESSIONS).stream().map(Browser::accessToken).toList();
            BearerLoad load = new BearerLoad(stage);
            String unknown = ofUnknownKey(tokens.get(0));
            long lines = stage.server.log().lines().count();
            load.measure("open GET", () -> Caller.OPEN, 200);
            load.measure("protected GET, one token", () -> bearer(tokens.get(0)), 200);
            load.measure("protected GET, " + SESSIONS + " tokens",
                    () -> bearer(tokens.get(ThreadLocalRandom.current().nextInt(SESSIONS))), 200);
            load.measure("rubbish token", () -> bearer("rubbish-" + ThreadLocalRandom.current().nextLong()), 401);
            load.measure("well-formed token of an unknown key", () -> bearer(ofUnknownKey(unknown)), 401);
            List<String> logged = stage.server.log().lines().skip(lines).toList();
            System.out.println("log lines meanwhile: " + logged.size());
            logged.forEach(System.out::println);
        }
    }

    private void measure(String what, Supplier<String> head, int expected) {
        Load.run(CLIENTS, WARM_UP, client -> caller(head, expected));
        Meter before = Meter.read(stage, stage.server::processorTime);
        Figures figures = Load.run(CLIENTS, TIME, client -> caller(head, expected));
        Meter cost = Meter.read(stage, stage.server::processorTime).since(before);
        System.out.printf("%s: %.0f/s, p50 %.2f ms, p99 %.2f ms; %s%n", what, figures.perSecond(), figures.p50(),
                figures.p99(), cost.perCall(figures.calls()));
    }

    private Runnable caller(Supplier<String> head, int expected) {
        Caller caller = new Caller(stage.server.origin());
        return () -> {
            Caller.Answer answer = caller.call(head.get());
            if (answer.status() != expected) {
                throw new IllegalStateException(answer.toString());
            }
        };
    }

    private static String bearer(String token) {
        return "GET /api/account HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n";
    }

    /** Changes the key id to another of the same length, and the signature to another one each time. */
    private static String ofUnknownKey(String genuine) {
        String[] parts = genuine.split("\\.");
        byte[] random = new byte[64];
        new SecureRandom().nextBytes(random);
        String header = new String(Base64.getUrlDecoder().decode(parts[0]));
        String kid = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String other = header.replaceFirst("(\"kid\":\".{3})[^\"]{8}", "$1" + kid.substring(0, 8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes()) + "." + parts[1] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
