package dev.holdfast.session.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * An honest browser as the front end makes it: a cookie jar, the key of the latest refresh in a store that all tabs
 * share, and a lock under which one tab at a time refreshes.
 */
final class ModelBrowser {

    private static final Duration NOT_YET_ON_DISK = Duration.ofSeconds(30);

    private final ModelWorld world;
    private final ModelNetwork network;
    private final List<ModelTab> tabs = new ArrayList<>();
    private final Deque<ModelTab> waiting = new ArrayDeque<>();
    private ModelTab holder;
    private String cookie;
    private String formerCookie;
    private long cookieSetAt;
    private String latestKey;
    private boolean open;
    private int launches;

    ModelBrowser(ModelWorld world, ModelNetwork network, String cookie) {
        this.world = world;
        this.network = network;
        this.cookie = cookie;
        this.formerCookie = cookie;
    }

    String cookie() {
        return cookie;
    }

    String latestKey() {
        return latestKey;
    }

    /** Tells whether an answer to the latest key may still be on its way, as far as the tabs know. */
    boolean isOpen() {
        return open;
    }

    void rememberKey(String key) {
        latestKey = key;
        open = true;
    }

    void close(String key) {
        if (key.equals(latestKey)) {
            open = false;
        }
    }

    void openTab() {
        ModelTab tab = new ModelTab(world, this);
        tabs.add(tab);
        tab.load();
    }

    List<ModelTab> tabs() {
        return tabs;
    }

    /** Crashes and restarts. A cookie set a moment ago may be lost; values that scripts have stored are not. */
    void crash() {
        network.forget(launches++);
        if (world.now() - cookieSetAt < NOT_YET_ON_DISK.toMillis() && world.chance(50)) {
            cookie = formerCookie;
        }
        waiting.clear();
        holder = null;
        tabs.forEach(ModelTab::load);
    }

    void lock(ModelTab tab) {
        if (holder == tab || waiting.contains(tab)) {
            return;
        }
        waiting.add(tab);
        passOn();
    }

    void unlock(ModelTab tab) {
        waiting.remove(tab);
        if (holder == tab) {
            holder = null;
            passOn();
        }
    }

    void send(String key, ModelNetwork.Answered answered) {
        network.send(launches, cookie, key, this::keep, answered);
    }

    private void keep(String given) {
        formerCookie = cookie;
        cookie = given;
        cookieSetAt = world.now();
    }

    private void passOn() {
        if (holder == null && !waiting.isEmpty()) {
            holder = waiting.remove();
            world.in(0, holder::refreshAsHolder);
        }
    }
}
