package dev.holdfast.journeys.operations;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Guest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** A person at work: refreshes, lists and downloads again and again, and notes everything that goes wrong. */
final class Colleague implements Runnable {

    /** The end of a note on an answer that broke off: a client would ask again. */
    static final String BROKE = ": broke";

    /** Five colleagues with this pause stay below the proxy's limit for one address. */
    private static final long BETWEEN_ROUNDS_MILLIS = 300;

    private final Browser browser;
    private final String content;
    private final Queue<String> trouble = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final Thread thread = new Thread(this);
    private volatile boolean over;

    private Colleague(Browser browser, String content) {
        this.browser = browser;
        this.content = content;
    }

    static List<Colleague> atWork(List<Guest> guests) {
        List<Colleague> all = guests.stream()
                .map(guest -> new Colleague(guest.browser(), pathOf(guest, "notes.txt"))).toList();
        all.forEach(each -> each.thread.start());
        return all;
    }

    /** Returns the path to the content of the file with that name. */
    static String pathOf(Guest guest, String name) {
        JsonObject list = Browser.json(guest.browser().get("/api/drive/files?pageSize=100"));
        return StreamSupport.stream(list.getAsJsonArray("files").spliterator(), false).map(file -> file.getAsJsonObject())
                .filter(file -> file.get("name").getAsString().equals(name))
                .map(file -> "/api/drive/files/" + file.get("id").getAsString() + "/content").findFirst().orElseThrow();
    }

    @Override
    public void run() {
        while (!over) {
            note("refresh", browser::refresh);
            note("account", () -> browser.get("/api/account"));
            note("files", () -> browser.get("/api/drive/files?pageSize=5"));
            note("content", () -> browser.get(content));
            rounds.incrementAndGet();
            HoldfastServer.await(BETWEEN_ROUNDS_MILLIS);
        }
    }

    int rounds() {
        return rounds.get();
    }

    /** Ends the work and returns everything that went wrong. */
    List<String> goHome() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return List.copyOf(trouble);
    }

    private void note(String what, Supplier<HttpResponse<String>> question) {
        try {
            HttpResponse<String> answer = question.get();
            if (answer.statusCode() != 200) {
                trouble.add(what + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IllegalStateException broken) {
            trouble.add(what + BROKE);
        }
    }
}
