package dev.holdfast.bench;

import dev.holdfast.bench.Load.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A GET of ten kilobytes through the gateway, in turns with Drive's list of files and with an open GET, which has no part of
 * Google's. Each client is a person of its own. Figures are medians of the rounds.
 */
public final class GatewayLoad {

    private static final int CLIENTS = Integer.getInteger("bench.clients", 8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 6));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm", 20));
    private static final String BYTES = "GET /api/google/streaming/bytes?count=10000&type=application/json HTTP/1.1\r\n";
    /** The most that can be set, for each person. */
    private static final String MANY = "100000";

    /** One window: calls a second, and what each call cost. */
    private record Window(Figures figures, Meter cost) {}

    private final BenchStage stage;
    private final List<String> tokens;

    private GatewayLoad(BenchStage stage, List<String> tokens) {
        this.stage = stage;
        this.tokens = tokens;
    }

    public static void main(String[] arguments) throws Exception {
        try (BenchStage stage = BenchStage.withApis(Map.of("HOLDFAST_GATEWAY_STREAMING_PER_MINUTE", MANY))) {
            String someone = stage.signedIn(1).get(0).accessToken();
            GatewayLoad load = new GatewayLoad(stage, ManyAccounts.like(someone, CLIENTS, stage));
            load.warmUp();
            load.measure();
        }
    }

    private void warmUp() {
        Load.run(CLIENTS, WARM_UP, this::lister);
        Load.run(CLIENTS, WARM_UP, this::reader);
        Load.run(CLIENTS, Duration.ofSeconds(5), client -> caller(Caller.OPEN));
    }

    private void measure() {
        List<Window> lists = new ArrayList<>();
        List<Window> reads = new ArrayList<>();
        List<Window> opens = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            lists.add(window(this::lister));
            reads.add(window(this::reader));
            opens.add(window(client -> caller(Caller.OPEN)));
        }
        Window list = tell("Drive's list", lists);
        Window read = tell("gateway, 10 kB", reads);
        Window open = tell("open GET", opens);
        System.out.printf("gateway of the list: %.2f; of the open GET: %.2f; its processor time of that of the list: %.2f%n",
                read.figures().perSecond() / list.figures().perSecond(), read.figures().perSecond() / open.figures().perSecond(),
                read.cost().serverMillis(read.figures().calls()) / list.cost().serverMillis(list.figures().calls()));
    }

    private Window window(IntFunction<Runnable> client) {
        Meter before = Meter.read(stage, stage.server::processorTime);
        Figures figures = Load.run(CLIENTS, TIME, client);
        return new Window(figures, Meter.read(stage, stage.server::processorTime).since(before));
    }

    private static Window tell(String what, List<Window> windows) {
        Window median = windows.stream().sorted(Comparator.comparing(window -> window.figures().perSecond())).toList()
                .get(windows.size() / 2);
        System.out.printf("%d clients, %s: %.0f/s, p50 %.2f ms, p99 %.2f ms; %s%n", CLIENTS, what,
                median.figures().perSecond(), median.figures().p50(), median.figures().p99(),
                median.cost().perCall(median.figures().calls()));
        return median;
    }

    private Runnable lister(int client) {
        return caller(Caller.files(tokens.get(client)));
    }

    private Runnable reader(int client) {
        return caller(BYTES + "Authorization: Bearer " + tokens.get(client) + "\r\n");
    }

    private Runnable caller(String head) {
        Caller caller = new Caller(stage.server.origin());
        return () -> {
            Caller.Answer answer = caller.call(head);
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.toString());
            }
        };
    }
}
