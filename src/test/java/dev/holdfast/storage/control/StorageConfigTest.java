package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.control.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageConfigTest {

    private static final String POM = "pom.xml";

    @ParameterizedTest
    @CsvSource({", , ''", "disable, , ''", "prefer, , ''", "require, , ''", "verify-full, " + POM + ", ''",
        "verify-full, , holdfast.db.tls-root-certificate", "verify-full, /nowhere.pem, holdfast.db.tls-root-certificate",
        "require, " + POM + ", holdfast.db.tls-root-certificate", ", " + POM + ", holdfast.db.tls-root-certificate",
        "verify-ca, , holdfast.db.tls", "VERIFY-FULL, " + POM + ", holdfast.db.tls", "'', , holdfast.db.tls"})
    void tlsWhenItWouldPromiseWhatIsNotDoneThenAFault(String tls, String certificate, String refused) {
        assertEquals(refused.isEmpty() ? List.of() : List.of(refused), refused("postgresql", tls, certificate));
    }

    /**
     * On this machine a server without TLS is common and harmless, so TLS is optional there; an explicit setting counts
     * everywhere.
     */
    @ParameterizedTest
    @CsvSource({"localhost, , true", "127.0.0.1, , true", "127.1.2.3, , true", "'::1', , true", "LOCALHOST, , true", "db.example.com, , false",
        "localhost.example.com, , false", "10.0.0.1, , false", "localhost, require, false", "localhost, disable, false"})
    void tlsWhenNothingIsSetThenItIsRequiredExceptOnLoopback(String host, String tls, boolean asItComes) {
        Map<String, String> values = new HashMap<>(Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", host));
        if (tls != null) {
            values.put("holdfast.db.tls", tls);
        }
        assertEquals(asItComes, new StorageConfig(SettingsOf.map(values)).poolSuffix().equals("-on-loopback"));
    }

    /** Each form has a data source of its own in {@code liberty/holdfast/database.xml}. */
    @ParameterizedTest
    @CsvSource({"db.example.com, ''", "localhost, -on-loopback", "'::1', -on-loopback", "'[::1]', -on-loopback",
        "'fd00::1', ''", "db.example.com:5433, -several", "'[::1]:5432', -several", "localhost:5432, -several",
        "'db1:5432,db2:5432', -several", "'db1,db2', -several", "'a,b,c,d,[fd00::1]:5432', -several"})
    void hostWhenItNamesServersThenTheDriverChoosesAmongThem(String host, String suffix) {
        Map<String, String> values = Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", host);
        assertEquals(suffix, new StorageConfig(SettingsOf.map(values)).poolSuffix());
        assertEquals(List.of(), refused(values));
    }

    @ParameterizedTest
    @ValueSource(strings = {"db1,", "db1, db2", "db1:0,db2", "db1:65536", "db1:x,db2", "db1,db1", "a,b,c,d,e,f", "db1,::1",
        "db1/x,db2", "db1,db2?ssl=false", "db1:5432:5432,db2"})
    void hostWhenItCannotNameSeveralServersThenAFault(String host) {
        assertEquals(List.of("holdfast.db.host"), refused(Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", host)));
    }

    @ParameterizedTest
    @CsvSource({"transaction, localhost, , , ''", "transaction, 'p1:6432,p2:6432', , db:5432, ''", "none, db, , , ''",
        "transaction, localhost:6432, 6432, , holdfast.db.port", "transaction, localhost, 6432, , holdfast.db.port",
        "none, db, , db:5432, holdfast.db.direct-host", "transaction, p:6432, , 'db:5432,', holdfast.db.direct-host",
        "session, db, , , holdfast.db.pooler"})
    void poolerWhenItIsSetThenTheHostNamesItsPortAndMigrationsMayGoPastIt(String pooler, String host, String port,
            String direct, String refused) {
        Map<String, String> values = new HashMap<>(Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", host,
                "holdfast.db.pooler", pooler));
        if (port != null) {
            values.put("holdfast.db.port", port);
        }
        if (direct != null) {
            values.put("holdfast.db.direct-host", direct);
        }
        assertEquals(refused.isEmpty() ? List.of() : List.of(refused), refused(values));
        StorageConfig config = new StorageConfig(SettingsOf.map(values));
        assertEquals(pooler.equals("transaction"), config.poolSuffix().equals("-pooled"));
        assertEquals(direct != null, config.hasDirectHost());
    }

    @Test
    void poolerWhenTheDatabaseIsDerbyThenItIsNotUsed() {
        StorageConfig config = new StorageConfig(SettingsOf.map(Map.of("holdfast.db.pooler", "transaction",
                "holdfast.db.direct-host", "db:5432")));

        assertEquals("", config.poolSuffix());
        assertFalse(config.isPooled());
        assertFalse(config.hasDirectHost());
    }

    @Test
    void portWhenTheServersSayTheirsThenAFault() {
        assertEquals(List.of("holdfast.db.port"), refused(Map.of("holdfast.db.kind", "postgresql",
                "holdfast.db.host", "db1:5432,db2:5432", "holdfast.db.port", "5432")));
    }

    @Test
    void passwordWhenReadThenLetterForLetterAndNeverPrinted() {
        StorageConfig config = new StorageConfig(SettingsOf.map(Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", "db.example",
                "holdfast.db.user", "a$$b", "holdfast.db.password", "a${http.port}b$$")));

        assertEquals("a${http.port}b$$", config.user().orElseThrow().password());
        assertEquals("a$$b", config.user().orElseThrow().name());
        assertEquals("DatabaseUser[a$$b]", config.user().orElseThrow().toString());
    }

    @Test
    void passwordWhenItIsThereTwiceThenAFault() {
        assertEquals(List.of("holdfast.db.password-file"), refused(Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", "db.example",
                "holdfast.db.password", "x", "holdfast.db.password-file", POM)));
    }

    @Test
    void tlsWhenOnDerbyThenOfNoMeaning() {
        assertEquals(List.of(), refused(Map.of("holdfast.db.tls", "verify-full")));
    }

    /** An operator who names a server must not find out later that all data was kept on this machine. */
    @Test
    void hostWhenOnDerbyThenAFault() {
        assertEquals(List.of("holdfast.db.host"), refused(Map.of("holdfast.db.host", "db.example")));
        assertEquals(List.of("holdfast.db.host"),
                refused(Map.of("holdfast.db.kind", "derby", "holdfast.db.host", "db.example")));
        assertEquals(List.of(), refused(Map.of("holdfast.db.host", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "abc"})
    void portWhenThereIsNoneSuchThenAFaultWhateverTheKind(String port) {
        assertEquals(List.of("holdfast.db.port"), refused(Map.of("holdfast.db.port", port)));
    }

    private static List<String> refused(String kind, String tls, String certificate) {
        Map<String, String> values = new HashMap<>(Map.of("holdfast.db.kind", kind, "holdfast.db.host", "db.example"));
        if (tls != null) {
            values.put("holdfast.db.tls", tls);
        }
        if (certificate != null) {
            values.put("holdfast.db.tls-root-certificate", certificate);
        }
        return refused(values);
    }

    private static List<String> refused(Map<String, String> values) {
        Settings settings = SettingsOf.map(values);
        new StorageConfig(settings);
        return settings.faults().stream().map(fault -> fault.key()).toList();
    }
}
