package dev.holdfast.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator has a verified address on the list, in any case; a similar address is not enough. */
class AdministratorsTest {

    private final Administrators administrators = Administrators.parse("Ada@Mail.example, bruno@fernhill.example");

    @ParameterizedTest
    @CsvSource({"ada@mail.example, true, 2", "ADA@MAIL.EXAMPLE, true, 2", "ada@mail.example, false, 1",
        "dada@mail.example, true, 1", "ada@mail.example.evil, true, 1", ", true, 1"})
    void rolesOfWhenTheAddressIsOnTheListAndVerifiedThenAdmin(String email, boolean verified, int roles) {
        Account account = new Account(UUID.randomUUID(),
                new AccountProfile("https://issuer.example", "1", email, verified, "Ada", null, null), Instant.EPOCH);

        assertEquals(List.of("user", "admin").subList(0, roles), administrators.rolesOf(account.verifiedEmail()));
    }

    @ParameterizedTest
    @CsvSource({"ada@mail.example, true", "ada@mail.example, false"})
    void rolesOfWhenTheListIsEmptyThenThereIsNoAdmin(String email, boolean verified) {
        Account account = new Account(UUID.randomUUID(),
                new AccountProfile("https://issuer.example", "1", email, verified, "Ada", null, null), Instant.EPOCH);

        assertEquals(List.of("user"), new Administrators(Set.of()).rolesOf(account.verifiedEmail()));
    }
}
