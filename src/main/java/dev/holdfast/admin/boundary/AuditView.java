package dev.holdfast.admin.boundary;

import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.PageCursor;
import dev.holdfast.admin.entity.AuditEntry;
import dev.holdfast.admin.entity.AuditPage;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the audit trail, newest first. {@code next}, sent as {@code before}, requests the following page. */
@JsonbNillable
@JsonbPropertyOrder({"entries", "next"})
public record AuditView(List<Entry> entries, @Schema(nullable = true, examples = "MjAyNi0wMy0xMA") @Nullable String next) {

    static AuditView of(AuditPage page) {
        return new AuditView(page.entries().stream().map(entry -> Entry.of(entry, page.people())).toList(),
                page.next().map(PageCursor::encoded).orElse(null));
    }

    /**
     * One act. For {@code refused}, {@code admin} is a caller who is no administrator. Names and e-mail addresses are the
     * current ones. Once an account is erased they are null, and so are the address and the browser of its own acts.
     */
    @JsonbNillable
    @Schema(name = "AuditEntry")
    @JsonbPropertyOrder({"id", "at", "type", "admin", "account", "sessionId", "replaced", "address", "userAgent"})
    public record Entry(
            UUID id,
            Instant at,
            @Schema(examples = "sessions_ended") String type,
            Person admin,
            @Schema(nullable = true) @Nullable Person account,
            @Schema(nullable = true) @JsonbProperty(value = "session_id", nillable = true) @Nullable UUID sessionId,
            @Schema(description = "The address that the administrator wanted to replace with signals_taken_over",
                    nullable = true, examples = "https://other.example.org/signals/google") @Nullable String replaced,
            @Schema(nullable = true, examples = "203.0.113.7") @Nullable String address,
            @Schema(nullable = true, examples = "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0")
            @JsonbProperty(value = "user_agent", nillable = true) @Nullable String userAgent) {

        static Entry of(AuditEntry entry, Map<UUID, Account> people) {
            return new Entry(entry.id(), entry.at(), entry.type(), Person.of(entry.admin(), people),
                    entry.account().map(id -> Person.of(id, people)).orElse(null), entry.session().orElse(null),
                    entry.replaced().orElse(null), entry.address().orElse(null), entry.userAgent().orElse(null));
        }
    }

    /** An account with its current name and e-mail address. */
    @JsonbNillable
    @Schema(name = "AuditPerson")
    @JsonbPropertyOrder({"id", "email", "name"})
    public record Person(
            UUID id,
            @Schema(nullable = true, examples = "grace@example.org") @Nullable String email,
            @Schema(nullable = true, examples = "Grace Example") @Nullable String name) {

        static Person of(UUID id, Map<UUID, Account> people) {
            Optional<Account> account = Optional.ofNullable(people.get(id));
            return new Person(id, account.flatMap(Account::email).orElse(null), account.flatMap(Account::name).orElse(null));
        }
    }
}
