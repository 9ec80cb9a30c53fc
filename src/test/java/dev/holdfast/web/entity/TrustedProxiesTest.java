package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10.0.0.5          | 10.0.0.5    | 203.0.113.9              | 203.0.113.9",
        "10.0.0.5          | 10.0.0.6    | 203.0.113.9              | 10.0.0.6",
        "10.0.0.5          | 10a0b0c5    | 203.0.113.9              | 10a0b0c5",
        "10.0.0.5,10.0.0.6 | 10.0.0.6    | 203.0.113.9, 10.0.0.5    | 203.0.113.9",
        "10.0.0.5          | 10.0.0.5    | 1.2.3.4, 203.0.113.9     | 203.0.113.9",
        "10.0.0.0/8        | 10.200.3.4  | 203.0.113.9, 10.1.1.1    | 203.0.113.9",
        "10.0.0.0/9        | 10.200.3.4  | 203.0.113.9              | 10.200.3.4",
        "::1               | 0:0:0:0:0:0:0:1 | [2001:db8::9]        | 2001:db8:0:0:0:0:0:9",
        "fd00::/8          | fd12:0:0:0:0:0:0:1 | 203.0.113.9       | 203.0.113.9",
        "10.0.0.5          | 10.0.0.5    | unknown                  | 10.0.0.5",
        "10.0.0.5          | 10.0.0.5    | evil.example             | 10.0.0.5",
        "10.0.0.5          | 10.0.0.5    | ''                       | 10.0.0.5"})
    void clientOfWhenForwardedThenTheLastOneThatIsNoProxyOfOurs(String trusted, String peer, String header, String client) {
        assertEquals(client, proxies(trusted).clientOf(peer, List.of(header)));
    }

    @Test
    void clientOfWhenThereAreManyHeadersThenTheyAreOneList() {
        assertEquals("203.0.113.9", proxies("10.0.0.5,10.0.0.6").clientOf("10.0.0.5", List.of("203.0.113.9", "10.0.0.6")));
        assertEquals("10.0.0.5", proxies("10.0.0.5").clientOf("10.0.0.5", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example", "10.0.0", "10.0.0.5/33", "10.0.0.5/-1", "10.0.0.5/x", "10.0.0.5/8/9", "300.1.1.1",
        "1:2", "10.0.0.5 10.0.0.6", ".*"})
    void parseWhenItIsNoAddressThenRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Network.parse(text));
    }

    private static TrustedProxies proxies(String list) {
        return new TrustedProxies(Arrays.stream(list.split(",")).map(Network::parse).toList());
    }
}
