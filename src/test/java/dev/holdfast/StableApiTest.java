package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.client.GoogleAccess;
import dev.holdfast.custody.client.GoogleAccessRefused;
import dev.holdfast.custody.client.GoogleClients;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.google.api.GoogleApi;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.wire.GoogleTrouble;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What jars of other people are compiled against stays as it was at the last release. A line that is missing breaks them: it
 * needs a new major version. A line that is new is recorded in {@code stable-api.txt}, and stays from then on.
 */
class StableApiTest {

    private static final Path RECORDED = Path.of("src/test/resources/stable-api.txt");

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private static final List<Class<?>> TYPES = List.of(ExtensionApplication.class, GoogleClients.class, GoogleAccess.class,
            GoogleAccessRefused.class, GoogleTokenManager.class, Acquired.class, GoogleApi.class, AccessToken.class,
            GoogleTrouble.class, EndReason.class, Secret.class);

    @Test
    void apiWhenComparedWithTheLastReleaseThenNothingIsMissingAndWhatIsNewIsRecorded() throws IOException {
        SortedSet<String> recorded = new TreeSet<>(Files.readAllLines(RECORDED));

        assertEquals(String.join("\n", recorded), String.join("\n", lines()));
    }

    @Test
    void guideWhenItNamesTheStableTypesThenItNamesAllOfThem() throws IOException {
        String guide = Files.readString(Path.of("docs/use.md"));

        TYPES.forEach(type -> assertTrue(guide.contains("`" + type.getSimpleName() + "`"), type.getSimpleName()));
    }

    private static SortedSet<String> lines() {
        SortedSet<String> lines = new TreeSet<>();
        TYPES.stream().flatMap(StableApiTest::withThoseInside).forEach(type -> {
            lines.add("type " + type.getName());
            Stream.of(type.getFields()).map(Field::toGenericString).forEach(lines::add);
            Stream.of(type.getDeclaredMethods()).filter(StableApiTest::isForOthers).map(Method::toGenericString)
                    .forEach(lines::add);
        });
        return lines;
    }

    private static Stream<Class<?>> withThoseInside(Class<?> type) {
        return Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())
                .filter(inside -> Modifier.isPublic(inside.getModifiers())));
    }

    private static boolean isForOthers(Method method) {
        return !method.isSynthetic() && !OF_EVERY_OBJECT.contains(method.getName()) && (Modifier.isPublic(method.getModifiers()) || Modifier.isProtected(method.getModifiers()));
    }
}
