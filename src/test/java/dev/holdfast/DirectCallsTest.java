package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proxies of beans on the way of a refresh call them directly: see docs/decisions/0030. */
class DirectCallsTest {

    @ParameterizedTest
    @CsvSource({
        "session.boundary.BrowserCookies, read", "session.boundary.BrowserCookies, headersFor",
        "session.boundary.RefreshCookie, valuesOf", "session.boundary.RefreshCookie, arrivalsOf",
        "session.boundary.RefreshCookie, keeping", "session.boundary.RefreshMetrics, measure",
        "session.control.RefreshRotation, refresh", "session.control.Receipts, of", "session.control.CommonRotation, rotate",
        "session.control.TokenPairs, issue", "session.control.AccessTokens, issue", "session.control.RefreshTokens, issue",
        "session.control.RefreshTokens, read", "session.control.SessionConfig, accessTokenLifetime",
        "session.control.SessionConfig, idleTimeout", "account.control.AccountConfig, administrators",
        "storage.control.StorageConfig, kind",
        "storage.control.DatabaseClock, instant", "crypto.control.TokenSigner, sign", "crypto.control.TokenSigner, verify",
        "crypto.control.SigningKeys, signingAt", "crypto.control.SigningKeys, ring", "crypto.control.KeyedHash, candidates",
        "web.boundary.AnswerMetrics, count", "web.control.WebConfig, trustedProxies"})
    void methodsWhenARefreshCallsThemThenTheyAndTheirTypesArePublic(String bean, String name) throws ClassNotFoundException {
        List<Method> methods = Arrays.stream(Class.forName("dev.holdfast." + bean).getDeclaredMethods())
                .filter(method -> method.getName().equals(name)).toList();

        assertTrue(!methods.isEmpty() && methods.stream().allMatch(DirectCallsTest::isCalledDirectly), methods::toString);
    }

    private static boolean isCalledDirectly(Method method) {
        Stream<Class<?>> types = Stream.concat(Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()));
        return Modifier.isPublic(method.getModifiers()) && types.allMatch(type -> Modifier.isPublic(type.getModifiers()));
    }
}
