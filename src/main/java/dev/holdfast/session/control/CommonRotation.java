package dev.holdfast.session.control;

import dev.holdfast.session.entity.Generation;
import dev.holdfast.session.entity.PastRotations;
import dev.holdfast.session.entity.Receipt;
import dev.holdfast.session.entity.RefreshRequest;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.session.entity.Renewal;
import dev.holdfast.storage.control.StorageConfig;
import dev.holdfast.storage.control.Unshared;
import dev.holdfast.storage.entity.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The common case of a refresh on PostgreSQL: the current token of a live session whose account is not disabled. One
 * statement, in its own transaction, decides and writes; nothing is read before it. It rotates only if
 * {@code Session.present} would say {@code Rotate}. For any other request it changes nothing.
 */
@ApplicationScoped
class CommonRotation {

    private static final String SET = "update user_session s set generation = s.generation + 1, rotated_at = ?,"
            + " refreshed_at = ?, idle_ends_at = least(?, s.ends_at), sweep_from = least(?, s.sweep_from), ";

    /** The SQL form of {@link PastRotations#with}. */
    private static final String WITH_KEY = "rotation_key_hash = ?,"
            + " past_rotations = substring(? || coalesce(s.past_rotations, ''::bytea) from 1 for "
            + PastRotations.MOST * Long.BYTES + ")";
    private static final String WITHOUT_KEY = "rotation_key_hash = null,"
            + " past_rotations = coalesce(s.past_rotations, ''::bytea)";

    private static final String WHERE = " from account a where s.id = ? and s.account_id = ? and s.generation = ?"
            + " and s.ended_at is null and s.idle_ends_at > ? and a.id = s.account_id and a.disabled_at is null"
            + " and not exists (select 1 from session_ending e where e.account_id = s.account_id"
            + " and s.created_at <= e.begun_until and (e.kept_session is null or e.kept_session <> s.id))";
    private static final String ANOTHER_KEY = " and (s.rotation_key_hash is null or s.rotation_key_hash <> ?)";

    private static final String RETURNING = " returning s.ends_at, s.idle_ends_at, a.email, a.email_verified";

    private static final String BY_KEY = SET + WITH_KEY + WHERE + ANOTHER_KEY + RETURNING;
    private static final String BY_NO_KEY = SET + WITHOUT_KEY + WHERE + RETURNING;

    @Inject @Unshared DataSource dataSource;
    @Inject StorageConfig storage;
    @Inject SessionConfig config;

    /** Rotates the session. Empty if the request is not the common case; nothing has changed then. */
    public Optional<Renewal> rotate(RefreshRequest request, Instant now) {
        RefreshToken token = request.token();
        if (storage.kind() != StorageConfig.Kind.POSTGRESQL || token.accountId().isEmpty()) {
            return Optional.empty();
        }
        boolean keyed = request.receipt().keyHash() != null;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(keyed ? BY_KEY : BY_NO_KEY)) {
            bind(update, token, request.receipt(), now);
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? Optional.of(renewal(row, token, now)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("a refresh could not be written", failed);
        }
    }

    private void bind(PreparedStatement update, RefreshToken token, Receipt receipt, Instant now) throws SQLException {
        LocalDateTime at = InstantConverter.toColumn(now);
        LocalDateTime idleEnd = InstantConverter.toColumn(now.plus(config.idleTimeout()));
        int next = 1;
        update.setObject(next++, at);
        update.setObject(next++, at);
        update.setObject(next++, idleEnd);
        update.setObject(next++, idleEnd);
        if (receipt.keyHash() != null) {
            update.setString(next++, receipt.keyHash());
            update.setBytes(next++, ByteBuffer.allocate(Long.BYTES).putLong(receipt.marks().get(0)).array());
        }
        update.setObject(next++, token.sessionId());
        update.setObject(next++, token.accountId().orElseThrow());
        update.setLong(next++, token.generation());
        update.setObject(next++, at);
        if (receipt.keyHash() != null) {
            update.setString(next, receipt.keyHash());
        }
    }

    private static Renewal renewal(ResultSet row, RefreshToken token, Instant now) throws SQLException {
        int column = 1;
        Instant endsAt = time(row, column++);
        Instant idleEndsAt = time(row, column++);
        UUID account = token.accountId().orElseThrow();
        Instant rotatedAt = InstantConverter.fromColumn(InstantConverter.toColumn(now));
        Optional<String> email = Optional.ofNullable(row.getString(column++));
        boolean verified = row.getShort(column) == 1;
        return new Renewal(new Generation(token.sessionId(), account, token.generation() + 1, rotatedAt, endsAt),
                idleEndsAt, email, email.filter(address -> verified));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return InstantConverter.fromColumn(row.getObject(column, LocalDateTime.class));
    }
}
