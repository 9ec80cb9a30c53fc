package dev.holdfast.journeys.operations;

import dev.holdfast.journeys.rig.Browser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person at work, whose browser refreshes as the pages do: with the same key until the refresh is answered. */
final class Worker {

    private final Browser browser;
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private String key = newKey();
    private volatile boolean worked;

    Worker(Browser browser) {
        this.browser = browser;
    }

    Browser browser() {
        return browser;
    }

    /** Refreshes once. Only a success and "the storage is away" are expected. */
    void refresh() {
        HttpResponse<String> answer = browser.refresh(key);
        if (answer.statusCode() == 200) {
            key = newKey();
            worked = true;
        } else if (answer.statusCode() != 503) {
            surprises.add(answer.statusCode() + " " + answer.body());
        }
    }

    boolean hasWorked() {
        return worked;
    }

    /** Forgets that this person has worked, so that the next success shows. */
    void lookAgain() {
        worked = false;
    }

    List<String> surprises() {
        return surprises;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
