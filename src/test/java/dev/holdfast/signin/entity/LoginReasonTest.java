package dev.holdfast.signin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginReasonTest {

    @ParameterizedTest
    @CsvSource({"access_denied, cancelled", "server_error, google_unavailable",
        "temporarily_unavailable, google_unavailable", "invalid_scope, sign_in_refused",
        "ACCESS_DENIED, sign_in_refused", "<script>, sign_in_refused"})
    void ofErrorWhenGoogleSaysThenAKnownCode(String error, String code) {
        assertEquals(code, LoginReason.ofError(error).code());
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, /files, true", "CANCELLED, /, false", "OTHER_ACCOUNT, /files, true", "OTHER_ACCOUNT, /, true",
        "SIGN_IN_REFUSED, /files, false"})
    void tellsWhenThePersonMayGoOnThenTheReturnPathAndHomeOnlyToOneWhoIsSignedIn(LoginReason reason, String page, boolean told) {
        assertEquals(told, reason.tells(ReturnTo.parse(page)));
    }
}
