package dev.holdfast.journeys.signin;

import dev.holdfast.journeys.stage.OnPostgresql;

/** {@link ConsentInPlaceIT} once more, on PostgreSQL. */
@OnPostgresql
class ConsentInPlaceOnPostgresqlIT extends ConsentInPlaceIT {}
