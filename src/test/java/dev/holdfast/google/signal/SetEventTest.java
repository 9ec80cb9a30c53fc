package dev.holdfast.google.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.wire.JsonBody;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The subjects of Google's RISC and of the Shared Signals Framework, and what cannot be read. */
class SetEventTest {

    private static final Set<String> ISSUERS = IssuerSpellings.ofGoogle("https://accounts.google.com");
    private static final String SECEVENT = "https://schemas.openid.net/secevent/";
    private static final String HASH = "A".repeat(84) + "-w==";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'subject':{'subject_type':'iss-sub','iss':'https://accounts.google.com/','sub':'7'}} | 7",
        "{'subject':{'subject_type':'iss_sub','iss':'accounts.google.com','sub':'7'}} | 7",
        "{'subject':{'subject_type':'id_token_claims','iss':'https://accounts.google.com','sub':'7','email':'a@b.c'}} | 7",
        "{'subject':{'subject_type':'iss-sub','iss':'https://issuer.example/','sub':'7'}} | ",
        "{'subject':{'subject_type':'iss-sub','sub':'7'}} | ",
        "{'subject':{'subject_type':'email','email':'a@b.c'}} | ",
        "{'subject':{'subject_type':'iss-sub','iss':'accounts.google.com','sub':7}} | ",
        "{'subject':'7'} | ",
        "{} | "})
    void subjectWhenReadThenGooglesSubOrNothing(String event, String subject) {
        assertEquals(Optional.ofNullable(subject), read("risc/event-type/sessions-revoked", event, null).subject());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'format':'iss_sub','iss':'https://accounts.google.com','sub':'8'} | 8",
        "{'format':'complex','user':{'format':'iss_sub','iss':'https://accounts.google.com','sub':'8'}} | 8",
        "{'format':'opaque','id':'8'} | ",
        "{'format':'email','email':'a@b.c'} | "})
    void subjectWhenBesideTheEventThenThatCounts(String subjectId, String subject) {
        String inside = "{'subject':{'subject_type':'iss-sub','iss':'accounts.google.com','sub':'7'}}";

        assertEquals(Optional.ofNullable(subject), read("caep/event-type/session-revoked", inside, subjectId).subject());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "prefix | 1//0abcdefghijkl | PREFIX | 1//0abcdefghijkl",
        "prefix | 1//0short | | ",
        "hash_base64_sha512_sha512 | url | DOUBLE_HASH | standard",
        "hash_base64_sha512_sha512 | standard | DOUBLE_HASH | standard",
        "hash_base64_sha512_sha512 | bare | DOUBLE_HASH | standard",
        "hash_base64_sha512_sha512 | AAAA | | ",
        "hash_base64_sha512_sha512 | not base64! | | ",
        "md5 | 1//0abcdefghijkl | | "})
    void tokenWhenNamedThenByItsManner(String manner, String token, NamedToken.Manner known, String value) {
        String standard = HASH.replace('-', '+').replace('_', '/');
        String sent = switch (token) {
            case "url" -> HASH;
            case "standard" -> standard;
            case "bare" -> HASH.replace("=", "");
            default -> token;
        };
        String event = "{'subject':{'subject_type':'oauth_token','token_type':'refresh_token','token_identifier_alg':'" + manner
                + "','token':'" + sent + "'}}";
        String expected = "standard".equals(value) ? standard : value;

        assertEquals(Optional.ofNullable(known).map(is -> new NamedToken(is, expected)),
                read("oauth/event-type/token-revoked", event, null).token());
    }

    @Test
    void tokenWhenItIsAnAccessTokenThenNothing() {
        String event = "{'subject':{'token_type':'access_token','token_identifier_alg':'prefix','token':'1//0abcdefghijkl'}}";

        assertEquals(Optional.empty(), read("oauth/event-type/token-revoked", event, null).token());
    }

    @Test
    void eventWhenItsTextsAreNotOursThenTheyAreLeftOut() {
        SetEvent event = read("risc/event-type/account-disabled", "{'reason':'<b>','state':'line\\nend'}", null);

        assertEquals(Optional.empty(), event.reason());
        assertEquals(Optional.empty(), event.state());
    }

    @Test
    void typeWhenUnknownThenSo() {
        assertEquals(SignalType.UNKNOWN, read("risc/event-type/identifier-changed", "{}", null).type());
        assertEquals(SignalType.UNKNOWN, SetEvent.of("https://events.example/sessions-revoked", Map.of(), "", ISSUERS).type());
    }

    private static SetEvent read(String name, String event, String subjectId) {
        return SetEvent.of(SECEVENT + name, members(event), subjectId == null ? "" : members(subjectId), ISSUERS);
    }

    private static Map<String, Object> members(String json) {
        return JsonBody.members(json.replace('\'', '"')).orElseThrow();
    }
}
