package dev.holdfast.gateway.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L01: what a query may say to Google. */
class ApiQueryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "maxResults=5&q=a+b | ?maxResults=5&q=a%20b",
        "fields=items(id,summary) | ?fields=items%28id%2Csummary%29",
        "a=1&a=2&b=3&a=4 | ?a=1&a=2&b=3&a=4",
        "a | ?a=",
        "a=b=c | ?a=b%3Dc",
        "a=1;access_token=x | ?a=1%3Baccess_token%3Dx",
        "alt=json&alt=media&alt=sse | ?alt=json&alt=media&alt=sse",
        "uploadType=media&uploadType=multipart | ?uploadType=media&uploadType=multipart",
        "timeMin=2026-11-30T10:00:00%2B01:00 | ?timeMin=2026-11-30T10%3A00%3A00%2B01%3A00",
        "q=%C3%A9 | ?q=%C3%A9",
        "keyword=1&keys=2 | ?keyword=1&keys=2"})
    void parseWhenHarmlessThenTheSameParametersInTheirOrder(String sent, String rebuilt) {
        assertEquals(Optional.of(rebuilt), ApiQuery.parse(sent).map(ApiQuery::encoded));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void parseWhenThereIsNoneThenNone(String sent) {
        assertEquals(Optional.of(""), ApiQuery.parse(sent).map(ApiQuery::encoded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token=x", "Access_Token=x", "access%5Ftoken=x", "$access_token=x", "a=1&access_token=x",
        "oauth_token=x", "bearer_token=x", "key=x", "%6Bey=x", "KEY=x", "$key=x", "$.key=x", "api_key=x", "quotaUser=x",
        "quotauser=x", "userIp=x", "callback=x", "$callback=x", "$.xgafv=1", "$xgafv=1", "%24.xgafv=1", "key", "+key=x",
        "alt=proto", "alt=atom", "alt=JSON", "$alt=proto", "alt=", "alt", "uploadType=resumable", "uploadType=Resumable",
        "uploadtype=resumable", "upload_protocol=resumable", "upload_id=x", "a=%00", "a=%0d%0a", "%0a=b", "a=%zz", "a=%ff",
        "a=b&", "&", "=b", "a=b&&c=d", "a=é"})
    void parseWhenItIsRefusedThenAsAWhole(String sent) {
        assertEquals(Optional.empty(), ApiQuery.parse(sent));
    }

    @Test
    void parseWhenThereAreTooManyParametersThenRefused() {
        assertEquals(100, ApiQuery.parse(parameters(100)).orElseThrow().parameters().size());
        assertEquals(Optional.empty(), ApiQuery.parse(parameters(101)));
    }

    private static String parameters(int number) {
        return IntStream.range(0, number).mapToObj(at -> "a=" + at).collect(Collectors.joining("&"));
    }
}
