package dev.holdfast.journeys.signals;

import dev.holdfast.journeys.stage.OnPostgresql;

/** {@link SignalsIT} once more, on PostgreSQL. */
@OnPostgresql
class SignalsOnPostgresqlIT extends SignalsIT {}
