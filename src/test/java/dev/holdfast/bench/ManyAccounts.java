package dev.holdfast.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.holdfast.crypto.control.Envelope;
import dev.holdfast.crypto.entity.EncryptionKey;
import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.crypto.entity.SigningKey;
import dev.holdfast.custody.grant.Grant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Thousands of people without thousands of sign-ins: their rows and access tokens are written here, with the keys of the
 * server. Each has a grant of its own, with a refresh token and no Google access token.
 */
final class ManyAccounts {

    private static final long AN_HOUR = 3600;

    private final BenchStage stage;
    private final Envelope envelope = new Envelope();
    private final SignedJWT pattern;

    private ManyAccounts(BenchStage stage, SignedJWT pattern) {
        this.stage = stage;
        this.pattern = pattern;
        envelope.use(List.of(EncryptionKey.parse(BenchStage.KEYS)));
    }

    /**
     * Returns access tokens of ours, one for each of the new accounts, which are copies of the account of {@code
     * accessToken}.
     */
    static List<String> like(String accessToken, int many, BenchStage stage)
            throws SQLException, ParseException, JOSEException {
        ManyAccounts accounts = new ManyAccounts(stage, SignedJWT.parse(accessToken));
        try (Connection connection = stage.postgres.getPostgresDatabase().getConnection()) {
            connection.setAutoCommit(false);
            JWSSigner signer = accounts.signer(connection);
            List<String> tokens = new ArrayList<>();
            for (UUID account : accounts.insert(connection, many)) {
                tokens.add(accounts.token(account, signer));
            }
            connection.commit();
            return tokens;
        }
    }

    private List<UUID> insert(Connection connection, int many) throws SQLException, ParseException {
        String refreshToken = stage.google.markers().all().get("refresh_token").get(0);
        String likeWhom = " where %s = '" + pattern.getJWTClaimsSet().getSubject() + "'";
        List<UUID> made = new ArrayList<>();
        try (PreparedStatement account = connection.prepareStatement("insert into account (id, issuer, subject, created_at,"
                + " signed_in_at) select ?, issuer, ?, created_at, signed_in_at from account" + likeWhom.formatted("id"));
                PreparedStatement grant = connection.prepareStatement("insert into google_grant (account_id, client_id,"
                        + " status, version, scopes, granted_at, refresh_token) select ?, client_id, status, version, scopes,"
                        + " granted_at, ? from google_grant" + likeWhom.formatted("account_id"))) {
            while (made.size() < many) {
                UUID id = UUID.randomUUID();
                account.setObject(1, id);
                account.setString(2, id.toString());
                account.addBatch();
                grant.setObject(1, id);
                grant.setBytes(2, envelope.encrypt(Secret.of(refreshToken),
                        Grant.refreshTokenOf(id, stage.google.clientId())));
                grant.addBatch();
                made.add(id);
            }
            account.executeBatch();
            grant.executeBatch();
        }
        return made;
    }

    private JWSSigner signer(Connection connection) throws SQLException, ParseException, JOSEException {
        String kid = pattern.getHeader().getKeyID();
        try (var row = connection.createStatement()
                .executeQuery("select key_material from signing_key where kid = '" + kid + "'")) {
            row.next();
            String jwk = envelope.decrypt(row.getBytes(1), SigningKey.associatedData(KeyPurpose.ACCESS, kid)).orElseThrow()
                    .reveal();
            return new DefaultJWSSignerFactory().createJWSSigner(JWK.parse(jwk));
        }
    }

    private String token(UUID account, JWSSigner signer) throws ParseException, JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(pattern.getJWTClaimsSet()).subject(account.toString())
                .jwtID(UUID.randomUUID().toString()).expirationTime(Date.from(Instant.now().plusSeconds(AN_HOUR))).build();
        SignedJWT token = new SignedJWT(pattern.getHeader(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
