package dev.holdfast.standin;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.grant.Clients;
import dev.holdfast.standin.journal.Journal;
import dev.holdfast.standin.journal.Markers;
import dev.holdfast.standin.journal.StandInCounts;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.signal.StandInSignals;
import dev.holdfast.standin.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running stand-in for Google on 127.0.0.1: another site than an application at {@code http://localhost}.
 *
 * <p>Its {@link #origin()} is the issuer and the API root. The authorization page is a form; drivers without a browser may
 * instead add {@code standin_person=<e-mail>} and {@code standin_consent=all|none|cancel|<scopes>} to the authorization
 * request and get the redirect at once. The pages themselves: POST {@code flow} (a hidden field) and {@code person} to
 * {@code /o/oauth2/v2/auth/choose}, then {@code flow}, {@code answer=allow|cancel} and a {@code scope} per ticked box to
 * {@code /o/oauth2/v2/auth/consent}.
 *
 * <p>All secrets carry marks: {@code ya29.standin-at-}, {@code -standin-rt-}, {@code 4/standin-code-}; see {@link
 * #markers()}. Faults are set with {@link Control}, over HTTP under {@code /control/api}, and on the page {@code /control}.
 */
public final class StandInGoogle implements AutoCloseable {

    static {
        // Answers are small and written in pieces; Nagle's algorithm would delay each by 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final World world;
    private final Control control;

    private StandInGoogle(HttpServer server, Clock clock) {
        this.server = server;
        this.world = World.at("http://127.0.0.1:" + server.getAddress().getPort(), clock);
        this.control = new Control(world);
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "standin");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", new Reception(world, new Routes(world, control)));
        server.start();
    }

    /** Starts on a free port. */
    public static StandInGoogle start() {
        return start(0);
    }

    /** Starts on this port, 0 meaning a free one. */
    public static StandInGoogle start(int port) {
        return start(port, Clock.systemUTC());
    }

    public static StandInGoogle start(int port, Clock clock) {
        return start("127.0.0.1", port, clock);
    }

    /** Starts on this address, {@code 0.0.0.0} meaning all of a container; its origin is at 127.0.0.1 all the same. */
    public static StandInGoogle startOn(String host, int port) {
        return start(host, port, Clock.systemUTC());
    }

    private static StandInGoogle start(String host, int port, Clock clock) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
            return new StandInGoogle(HttpServer.create(address, 512), clock);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns {@code http://127.0.0.1:<port>}: issuer, API root, and the address of the control page. */
    public URI origin() {
        return URI.create(world.origin());
    }

    public String clientId() {
        return Clients.ID;
    }

    public String clientSecret() {
        return Clients.SECRET;
    }

    public Control control() {
        return control;
    }

    /** Returns the transmitter of security signals. */
    public StandInSignals signals() {
        return control.signals();
    }

    public People people() {
        return world.people();
    }

    public StandInCounts counts() {
        return world.counts();
    }

    public Journal journal() {
        return world.journal();
    }

    public Markers markers() {
        return world.markers();
    }

    @Override
    public void close() {
        control.clear();
        server.stop(0);
        threads.shutdownNow();
    }
}
