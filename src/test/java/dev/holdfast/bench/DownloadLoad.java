package dev.holdfast.bench;

import dev.holdfast.bench.Load.Figures;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.journal.StandInArea;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * As many slow downloads as there is room for: how two hundred people at work fare beside them, and whether threads are left
 * when Google hangs as well for the largest number of callers that may wait for it.
 */
public final class DownloadLoad {

    private static final int DOWNLOADS = 128;
    private static final int OF_ONE_PERSON = 8;
    private static final int AT_WORK = 200;
    private static final int WAITING = 240;
    private static final int WAITING_FOR_ONE_TOKEN = 6;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 20));
    private static final Pattern BIG = Pattern.compile("\"id\":\"([^\"]+)\",\"name\":\"survey-data.bin\"");
    private static final String LIVE = "GET /health/live HTTP/1.1\r\n";

    private final BenchStage stage;
    private final List<String> atWork;
    private final List<String> waiting;

    private DownloadLoad(BenchStage stage, List<String> tokens) {
        this.stage = stage;
        this.atWork = tokens.subList(0, AT_WORK);
        this.waiting = tokens.subList(AT_WORK, tokens.size());
    }

    public static void main(String[] arguments) throws Exception {
        try (BenchStage stage = new BenchStage()) {
            String someone = stage.signedIn(1).get(0).accessToken();
            // A person who has waited once without success is treated differently, so the second time takes other people.
            int people = AT_WORK + 2 * WAITING / WAITING_FOR_ONE_TOKEN + 1;
            new DownloadLoad(stage, ManyAccounts.like(someone, people, stage)).measure();
        }
    }

    private void measure() throws IOException, InterruptedException {
        // One after the other: at the same time, some would find no room for their first refresh.
        IntStream.range(0, AT_WORK).mapToObj(this::atWork).forEach(Runnable::run);
        Load.run(AT_WORK, TIME, this::atWork);
        during("200 at work", () -> Load.run(AT_WORK, TIME, this::atWork));
        hanging("no download", 0);
        List<SlowReader> downloads = begin();
        during("200 at work, " + DOWNLOADS + " downloads", () -> Load.run(AT_WORK, TIME, this::atWork));
        hanging(DOWNLOADS + " downloads", WAITING / WAITING_FOR_ONE_TOKEN);
        System.out.printf("downloads that go on: %d, with at least %d kB each%n",
                downloads.stream().filter(SlowReader::isUnderWay).count(),
                downloads.stream().mapToLong(SlowReader::received).min().orElse(0) >> 10);
        for (SlowReader download : downloads) {
            download.close();
        }
    }

    private void hanging(String besides, int firstAccount) {
        stage.google.control().fault(StandInArea.DRIVE_LIST, Fault.hang());
        stage.google.control().fault(StandInArea.REFRESH, Fault.hang());
        during("200 before a Drive that hangs, " + WAITING + " before its tokens, " + besides,
                () -> Load.run(AT_WORK + WAITING, TIME, client -> inVain(client, firstAccount)));
        stage.google.control().clear();
        Caller caller = new Caller(stage.server.origin());
        while (caller.call(Caller.files(waiting.get(waiting.size() - 1))).status() != 200) {
            pause();
        }
    }

    private interface Work {
        Figures figures();
    }

    private void during(String what, Work work) {
        Caller caller = new Caller(stage.server.origin());
        try (Watch watch = new Watch(stage, () -> caller.call(LIVE).status() == 200)) {
            Figures figures = work.figures();
            List<Double> live = watch.answers();
            System.out.printf("%s: %.0f/s, p50 %.1f ms, p99 %.1f ms; %s%n", what, figures.perSecond(), figures.p50(),
                    figures.p99(), watch.most());
            System.out.printf("   /health/live: p50 %.1f ms, the worst three of %d %s ms%n", live.get(live.size() / 2),
                    live.size(), live.subList(live.size() - 3, live.size()));
        }
    }

    private List<SlowReader> begin() throws IOException, InterruptedException {
        Caller caller = new Caller(stage.server.origin());
        Matcher file = BIG.matcher(caller.call("GET /api/drive/files?q=survey HTTP/1.1\r\n"
                + bearer(atWork.get(0))).body());
        if (!file.find()) {
            throw new IllegalStateException("no such file");
        }
        String path = "GET /api/drive/files/" + file.group(1) + "/content HTTP/1.1\r\n";
        List<SlowReader> downloads = new ArrayList<>();
        for (int i = 0; i < DOWNLOADS; i++) {
            downloads.add(new SlowReader(stage.server.origin(), path + bearer(atWork.get(i / OF_ONE_PERSON))));
        }
        while (!downloads.stream().allMatch(SlowReader::isUnderWay)) {
            downloads.stream().map(SlowReader::broken).filter(why -> !why.isEmpty()).forEach(why -> {
                throw new IllegalStateException("a download ended: " + why);
            });
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return downloads;
    }

    /** Their own account and their files in turn. */
    private Runnable atWork(int client) {
        Caller caller = new Caller(stage.server.origin());
        String account = "GET /api/account HTTP/1.1\r\n" + bearer(atWork.get(client));
        String files = Caller.files(atWork.get(client));
        boolean[] turn = new boolean[1];
        return () -> {
            turn[0] = !turn[0];
            Caller.Answer answer = caller.call(turn[0] ? files : account);
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.toString());
            }
        };
    }

    private Runnable inVain(int client, int firstAccount) {
        Caller caller = new Caller(stage.server.origin());
        String token = client < AT_WORK ? atWork.get(client)
                : waiting.get(firstAccount + (client - AT_WORK) / WAITING_FOR_ONE_TOKEN);
        return () -> {
            caller.call(Caller.files(token));
            pause();
        };
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }
}
