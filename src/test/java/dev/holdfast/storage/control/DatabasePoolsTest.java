package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.SettingsOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The names of pools are those of {@code liberty/holdfast}: by them Liberty is asked for its numbers. */
class DatabasePoolsTest {

    private static final String KIND = "holdfast.db.kind";
    private static final String HOST = "holdfast.db.host";
    private static final String POOLER = "holdfast.db.pooler";
    private static final String DIRECT_HOST = "holdfast.db.direct-host";

    static Stream<Arguments> settings() {
        return Stream.of(Arguments.of(Map.of(), List.of("derby")),
                Arguments.of(Map.of(KIND, "postgresql", HOST, "localhost"), List.of("postgresql-on-loopback")),
                Arguments.of(Map.of(KIND, "postgresql", HOST, "db.example.com"), List.of("postgresql")),
                Arguments.of(Map.of(KIND, "postgresql", HOST, "db1,db2"), List.of("postgresql-several")),
                Arguments.of(Map.of(KIND, "postgresql", HOST, "bouncer", POOLER, "transaction"), List.of("postgresql-pooled")),
                Arguments.of(Map.of(KIND, "postgresql", HOST, "bouncer", POOLER, "transaction", DIRECT_HOST, "db1"),
                        List.of("postgresql-pooled", "postgresql-direct")));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void poolsWhenConfiguredThenTheyHaveTheNamesOfTheirDataSources(Map<String, String> settings, List<String> names)
            throws IOException {
        DatabaseLogin login = new DatabaseLogin();
        login.config = new StorageConfig(SettingsOf.map(settings));

        assertEquals(names, login.pools().stream().map(DatabasePool::name).toList());

        String databases = Files.readString(Path.of("liberty/holdfast/database.xml"));
        names.forEach(name -> assertTrue(databases.contains("jndiName=\"jdbc/" + name + "\""), name));
        String bindings = Files.readString(Path.of("liberty/holdfast/application.xml"))
                .replace("${holdfast.db.kind}", settings.getOrDefault(KIND, "derby"));
        String suffix = login.config.poolSuffix();
        for (String reference : List.of("jdbc/holdfast" + suffix, "jdbc/holdfast-unshared" + suffix)) {
            String binding = "name=\"" + reference + "\" binding-name=\"jdbc/" + names.get(0) + "\"";
            assertTrue(bindings.contains(binding), binding);
        }
    }
}
