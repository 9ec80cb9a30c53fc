package dev.holdfast.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import dev.holdfast.standin.idtoken.IdTokenFault;
import dev.holdfast.standin.people.People;
import java.text.ParseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandInIdTokenTest {

    private static final StandInGoogle GOOGLE = StandInGoogle.start();
    private final Visitor visitor = new Visitor(GOOGLE);

    @BeforeEach
    void reset() {
        GOOGLE.control().reset();
    }

    @AfterAll
    static void close() {
        GOOGLE.close();
    }

    @Test
    void idTokenWhenNothingIsWrongThenAllClaims() throws Exception {
        SignedJWT token = SignedJWT.parse(idToken(People.BRUNO));
        assertTrue(isPublishedSignature(token));
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertEquals(GOOGLE.origin().toString(), claims.getIssuer());
        assertEquals(GOOGLE.clientId(), claims.getStringClaim("azp"));
        assertEquals("a-nonce", claims.getStringClaim("nonce"));
        assertEquals("fernhill.example", claims.getStringClaim("hd"));
        assertEquals(People.BRUNO, claims.getStringClaim("email"));
        assertEquals(true, claims.getBooleanClaim("email_verified"));
        assertEquals(3600_000, claims.getExpirationTime().getTime() - claims.getIssueTime().getTime());
        assertEquals(22, claims.getStringClaim("at_hash").length());
    }

    @ParameterizedTest
    @EnumSource(value = IdTokenFault.class, names = {"UNPUBLISHED_KID", "FOREIGN_KEY", "JKU_HEADER", "JWK_HEADER"})
    void idTokenWhenKeyIsForeignThenSignatureFails(IdTokenFault fault) throws Exception {
        GOOGLE.control().idToken(fault);
        assertFalse(isPublishedSignature(SignedJWT.parse(idToken(People.ADA))));
    }

    @Test
    void idTokenWhenFaultIsSetThenItShows() throws Exception {
        assertEquals("none", parse(IdTokenFault.ALG_NONE).getHeader().getAlgorithm().getName());
        assertEquals("HS256", parse(IdTokenFault.HS256_WITH_PUBLIC_KEY).getHeader().getAlgorithm().getName());
        assertNull(parse(IdTokenFault.NO_EXP).getJWTClaimsSet().getExpirationTime());
        assertTrue(parse(IdTokenFault.AUD_ARRAY).getParsedString().length() > 0);
        assertEquals(2, parse(IdTokenFault.AUD_ARRAY_WITH_OTHER).getJWTClaimsSet().getAudience().size());
        GOOGLE.control().idToken(IdTokenFault.MALFORMED);
        assertThrows(ParseException.class, () -> JWTParser.parse(idToken(People.ADA)));
        GOOGLE.control().idToken(IdTokenFault.NO_ID_TOKEN);
        assertFalse(visitor.signIn(People.ADA).has("id_token"));
    }

    @Test
    void idTokenWhenPersonChangesThenClaimsFollow() throws Exception {
        GOOGLE.control().changeEmail(People.ADA, "new@mail.example");
        GOOGLE.control().changeSub(People.ADA, "42");
        JWTClaimsSet claims = JWTParser.parse(idToken(People.ADA)).getJWTClaimsSet();
        assertEquals("new@mail.example", claims.getStringClaim("email"));
        assertEquals("42", claims.getSubject());
    }

    @Test
    void keysWhenRotatedThenOldOnesStayUnlessReplaced() throws Exception {
        SignedJWT before = SignedJWT.parse(idToken(People.ADA));
        GOOGLE.control().rotateKeys();
        SignedJWT after = SignedJWT.parse(idToken(People.ADA));
        assertTrue(isPublishedSignature(before) && isPublishedSignature(after));
        GOOGLE.control().replaceKeys();
        assertFalse(isPublishedSignature(after));
    }

    private JWT parse(IdTokenFault fault) throws Exception {
        GOOGLE.control().idToken(fault);
        return JWTParser.parse(idToken(People.ADA));
    }

    private String idToken(String person) {
        JsonObject tokens = visitor.signIn(person);
        return Visitor.text(tokens, "id_token");
    }

    private boolean isPublishedSignature(SignedJWT token) throws Exception {
        JWK key = JWKSet.parse(visitor.get("/oauth2/v3/certs").body()).getKeyByKeyId(token.getHeader().getKeyID());
        return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
    }
}
