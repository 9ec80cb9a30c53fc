package dev.holdfast.bench.floor;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/**
 * {@code POST /refresh}: verifies an HS256 token from the cookie, spends its generation by one {@code UPDATE … RETURNING},
 * signs its successor and an ES256 access token. {@code GET /refresh?sid=} makes the first token of a row;
 * {@code GET /health/ready} answers once it is there.
 */
@WebServlet({"/refresh", "/health/ready"})
public class Floor extends HttpServlet {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String REFRESH_HEAD = encoded("{\"alg\":\"HS256\",\"typ\":\"rt+jwt\",\"kid\":\"1\"}");
    private static final String ACCESS_HEAD = encoded("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"2\"}");
    private static final String UPDATE = "update floor_session set generation = generation + 1, rotation_key_hash = ?, rotated_at = ?,"
            + " refreshed_at = ?, idle_ends_at = ? where id = ? and generation = ? and ended_at is null"
            + " returning account_id, ends_at";

    @Resource(lookup = "jdbc/floor")
    private transient DataSource dataSource;

    private final byte[] secret = new byte[32];
    private transient PrivateKey key;

    @Override
    public void init() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            key = generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            response.addHeader("Set-Cookie", "floor=" + refreshToken(request.getParameter("sid"), 1));
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String[] token = cookie(request).split("\\.");
            if (!MessageDigest.isEqual(hmac(token[0] + '.' + token[1]).getBytes(StandardCharsets.US_ASCII),
                    token[2].getBytes(StandardCharsets.US_ASCII))) {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
            String claims = new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
            String session = claims.substring(8, 44);
            long generation = Long.parseLong(claims.substring(52, claims.length() - 1));
            refresh(session, generation, request.getHeader("Idempotency-Key"), response);
        } catch (GeneralSecurityException | SQLException failed) {
            throw new IOException(failed);
        }
    }

    private void refresh(String session, long generation, String idempotencyKey, HttpServletResponse response)
            throws GeneralSecurityException, SQLException, IOException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection(); PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, ENCODER.encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(idempotencyKey.getBytes(StandardCharsets.US_ASCII))));
            update.setObject(2, now);
            update.setObject(3, now);
            update.setObject(4, now.plusDays(7));
            update.setObject(5, UUID.fromString(session));
            update.setLong(6, generation);
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                    return;
                }
                answer(session, generation + 1, row.getString(1), row.getObject(2, LocalDateTime.class), response);
            }
        }
    }

    private void answer(String session, long generation, String account, LocalDateTime endsAt, HttpServletResponse response)
            throws GeneralSecurityException, IOException {
        response.addHeader("Set-Cookie", "floor=" + refreshToken(session, generation) + "; Path=/; HttpOnly; SameSite=Strict");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        byte[] body = ("{\"access_token\":\"" + accessToken(session, account) + "\",\"token_type\":\"Bearer\",\"expires_in\":300,"
                + "\"session_id\":\"" + session + "\",\"session_ends_at\":\"" + endsAt + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private String refreshToken(String session, long generation) throws GeneralSecurityException {
        String input = REFRESH_HEAD + '.' + encoded("{\"sid\":\"" + session + "\",\"gen\":" + generation + "}");
        return input + '.' + hmac(input);
    }

    private String accessToken(String session, String account) throws GeneralSecurityException {
        long now = System.currentTimeMillis() / 1000;
        String input = ACCESS_HEAD + '.' + encoded("{\"iss\":\"http://localhost\",\"aud\":\"floor\",\"sub\":\"" + account
                + "\",\"upn\":\"ada@mail.example\",\"groups\":[\"user\"],\"sid\":\"" + session + "\",\"iat\":" + now + ",\"exp\":"
                + (now + 300) + ",\"jti\":\"" + UUID.randomUUID() + "\"}");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + '.' + ENCODER.encodeToString(signature.sign());
    }

    private String hmac(String input) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return ENCODER.encodeToString(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String cookie(HttpServletRequest request) {
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals("floor")) {
                return cookie.getValue();
            }
        }
        throw new IllegalArgumentException("no cookie");
    }

    private static String encoded(String json) {
        return ENCODER.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
