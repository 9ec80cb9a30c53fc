package dev.holdfast.storage.control;

import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.storage.entity.DatabaseServers;
import dev.holdfast.storage.entity.DatabaseUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code holdfast.db.kind}: {@code derby} (embedded, the default) or {@code postgresql}. Liberty binds the data source by
 * the same setting. Liberty uses host, port, name and TLS, which are only checked here. {@link DatabaseLogin} gives user and
 * password to each connection, because Liberty would replace <code>${...}</code> in them.
 */
@ApplicationScoped
public class StorageConfig implements RoomSettings {

    /** The databases that have migrations. */
    public enum Kind { DERBY, POSTGRESQL }

    private static final String KIND = "holdfast.db.kind";
    private static final String HOST = "holdfast.db.host";
    private static final String POOLER = "holdfast.db.pooler";
    private static final String DIRECT_HOST = "holdfast.db.direct-host";
    private static final String PORT = "holdfast.db.port";
    private static final String NAME = "holdfast.db.name";
    private static final String USER = "holdfast.db.user";
    private static final String PASSWORD = "holdfast.db.password";
    private static final String PASSWORD_FILE = "holdfast.db.password-file";
    private static final String TLS = "holdfast.db.tls";
    private static final String ROOT_CERTIFICATE = "holdfast.db.tls-root-certificate";

    /** The modes of the PostgreSQL driver, whose default is {@code prefer}. */
    private static final List<String> TLS_MODES = List.of("disable", "prefer", "require", "verify-full");

    private static final String VERIFY = "verify-full";

    /** The data source that goes past a pooler. */
    static final String DIRECT_POOL = "postgresql-direct";

    private static final String TRANSACTION = "transaction";

    private Kind kind;
    private DatabaseServers servers = DatabaseServers.of("");
    private boolean pooled;
    private boolean direct;

    /** PostgreSQL is one host on this machine and no TLS mode is set. Only then is a server without TLS accepted by default. */
    private boolean onLoopbackAsItComes;

    private Optional<DatabaseUser> user = Optional.empty();

    protected StorageConfig() {}

    @Inject
    public StorageConfig(Settings settings) {
        this.kind = settings.parsed(KIND, Kind.DERBY, "must be derby or postgresql", StorageConfig::kindOf).orElseThrow();
        settings.notEmpty(KIND);
        settings.number(PORT, 5432, 1, 65_535);
        if (kind == Kind.DERBY && settings.text(HOST).isPresent()) {
            settings.fault(HOST, "is used only when " + KIND + " is postgresql: set that, or leave the host out");
        }
        boolean asksForPooler = settings.choice(POOLER, "none", List.of("none", TRANSACTION)).equals(TRANSACTION);
        if (kind == Kind.POSTGRESQL) {
            pooled = asksForPooler;
            direct = settings.text(DIRECT_HOST).isPresent();
            checkDirectHost(settings);
            servers = servers(settings);
            onLoopbackAsItComes = servers.isOneOnLoopback() && !settings.isSet(TLS);
            List.of(PORT, NAME, USER, TLS).forEach(settings::notEmpty);
            user = Optional.of(new DatabaseUser(settings.raw(USER).orElse(settings.text(USER, "holdfast")), password(settings)));
            checkTls(settings);
        }
    }

    /** Reads the servers. A port beside addresses would be ignored: it is a fault. */
    private DatabaseServers servers(Settings settings) {
        DatabaseServers servers = DatabaseServers.of(settings.required(HOST, "PostgreSQL needs the host it runs on"));
        servers.fault().ifPresent(cure -> settings.fault(HOST, cure));
        if ((servers.isAddressed() || pooled) && settings.isSet(PORT)) {
            settings.fault(PORT, "is for one host without a port or a pooler; leave it out and name the ports in " + HOST);
        }
        return servers;
    }

    private void checkDirectHost(Settings settings) {
        if (direct && !pooled) {
            settings.fault(DIRECT_HOST, "is used only when " + POOLER + " is " + TRANSACTION);
        } else if (direct) {
            DatabaseServers.of(settings.text(DIRECT_HOST, "")).fault().ifPresent(cure -> settings.fault(DIRECT_HOST, cure));
        }
    }

    private static String password(Settings settings) {
        Optional<String> direct = settings.secret(PASSWORD);
        boolean file = settings.text(PASSWORD_FILE).isPresent();
        if (direct.isPresent() && file) {
            settings.fault(PASSWORD_FILE, "is set together with " + PASSWORD + "; keep one of the two");
        }
        return direct.or(() -> settings.secretIn(PASSWORD_FILE)).orElse("");
    }

    /**
     * Checks the TLS mode and its root certificate. An unused certificate is a fault: it would promise a check that is not
     * made.
     */
    private static void checkTls(Settings settings) {
        String tls = settings.choice(TLS, "require", TLS_MODES);
        Optional<String> root = settings.text(ROOT_CERTIFICATE);
        if (!settings.text(TLS, tls).equals(tls)) {
            return; // Reported already.
        }
        if (VERIFY.equals(tls) && root.filter(file -> Files.isReadable(Path.of(file))).isEmpty()) {
            settings.fault(ROOT_CERTIFICATE, "must be a readable PEM file when " + TLS + " is " + VERIFY);
        } else if (!VERIFY.equals(tls) && root.isPresent()) {
            settings.fault(ROOT_CERTIFICATE, "is used only when " + TLS + " is " + VERIFY);
        }
    }

    /** Returns the user; empty for Derby, which needs none. */
    public Optional<DatabaseUser> user() {
        return user;
    }

    /** Returns which of Liberty's data sources is used, as the end of its name. */
    String poolSuffix() {
        if (pooled) {
            return "-pooled";
        } else if (servers.isAddressed()) {
            return "-several";
        }
        return onLoopbackAsItComes ? "-on-loopback" : "";
    }

    /** Returns the name of the data source that is used, as Liberty's configuration binds it. */
    String poolName() {
        return kind.name().toLowerCase(Locale.ROOT) + poolSuffix();
    }

    /** Returns whether a pooler gives a connection of its own to each transaction only. */
    boolean isPooled() {
        return pooled;
    }

    /** Returns whether migrations go past the pooler. */
    boolean hasDirectHost() {
        return direct;
    }

    public Kind kind() {
        return kind;
    }

    private static Kind kindOf(String value) {
        if (!value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException();
        }
        return Kind.valueOf(value.toUpperCase(Locale.ROOT));
    }
}
