package dev.holdfast.journeys.signin;

import dev.holdfast.journeys.stage.OnPostgresql;
import org.junit.jupiter.api.Order;

/** {@link SignInIT} once more, on PostgreSQL. */
@Order(1)
@OnPostgresql
class SignInOnPostgresqlIT extends SignInIT {}
