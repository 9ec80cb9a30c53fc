package dev.holdfast.session.control;

import java.time.Duration;

/** One document of an honest browser. It makes a new key only after the answer to the latest one has arrived. */
final class ModelTab {

    static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);

    /** The shortest time after which a document with a new token asks for the next one. */
    static final Duration LEAST_PAUSE = TOKEN_LIFETIME.minusSeconds(90);

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

    private final ModelWorld world;
    private final ModelBrowser browser;
    private int document;
    private int attempt;
    private String settled;
    private long tokenUntil;

    ModelTab(ModelWorld world, ModelBrowser browser) {
        this.world = world;
        this.browser = browser;
    }

    /** Loads a new document: everything that the previous document knew or waited for is gone. */
    void load() {
        document++;
        settled = null;
        tokenUntil = 0;
        browser.unlock(this);
        browser.lock(this);
    }

    void refreshAsHolder() {
        browser.tabs().stream().filter(tab -> world.now() < tab.tokenUntil).findAny().ifPresent(tab -> hear(tab.settled));
        if (world.now() < tokenUntil) {
            browser.unlock(this);
            return;
        }
        String latest = browser.latestKey();
        String key = latest == null || latest.equals(settled) && !browser.isOpen() ? world.newKey() : latest;
        browser.rememberKey(key);
        int sent = ++attempt;
        int sender = document;
        long stale = tokenUntil;
        browser.send(key, () -> {
            if (sender == document && stale == tokenUntil) {
                accept(key);
            }
        });
        world.in(PATIENCE.toMillis(), () -> giveUp(sender, sent));
    }

    private void giveUp(int sender, int sent) {
        if (sender == document && sent == attempt) {
            attempt++;
            browser.unlock(this);
            world.in(world.between(Duration.ofSeconds(1), Duration.ofSeconds(30)), () -> askAgain(sender));
        }
    }

    private void askAgain(int asker) {
        if (asker == document && world.now() >= tokenUntil) {
            browser.lock(this);
        }
    }

    private void accept(String key) {
        attempt++;
        browser.close(key);
        browser.unlock(this);
        hear(key);
        browser.tabs().stream().filter(tab -> tab != this && world.chance(80)).forEach(tab -> tab.hear(key));
    }

    /** Takes over a fresh token that this tab received or another tab handed over. */
    private void hear(String key) {
        settled = key;
        int asker = document;
        long pause = world.chance(15) ? world.between(LEAST_PAUSE, LONGEST_SLEEP)
                : world.between(LEAST_PAUSE, TOKEN_LIFETIME);
        tokenUntil = world.now() + LEAST_PAUSE.toMillis();
        world.in(pause, () -> askAgain(asker));
    }
}
