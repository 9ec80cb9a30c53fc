package dev.holdfast.journeys.stage;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.standin.StandInGoogle;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Two servers of a test class that share a database, a public URL and an encryption key. */
public record ServerPair(HoldfastServer one, HoldfastServer other) implements AutoCloseable {

    /** Starts both at the same time. {@code settings} name the database; {@code server} makes a server of its settings. */
    public static ServerPair start(Map<String, String> settings, Function<Map<String, String>, HoldfastServer> server) {
        Map<String, String> shared = new LinkedHashMap<>(settings);
        shared.put("HOLDFAST_PUBLIC_URL", Cluster.PUBLIC_URL);
        shared.put("HOLDFAST_CRYPTO_KEYS", "1:" + Workplace.newKey());
        ServerPair pair = new ServerPair(server.apply(new LinkedHashMap<>(shared)), server.apply(new LinkedHashMap<>(shared)));
        try {
            pair.one.launch();
            pair.other.launch();
            pair.one.awaitReady();
            pair.other.awaitReady();
            return pair;
        } catch (RuntimeException failed) {
            pair.close();
            throw failed;
        }
    }

    /** Returns a stage whose browsers begin at the first server. */
    public Stage stage(StandInGoogle google) {
        return Stage.apart(google, one, () -> new Browser(URI.create(Cluster.PUBLIC_URL)).through(one));
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }
}
