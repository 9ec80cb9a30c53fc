package dev.holdfast.journeys.session;

import dev.holdfast.journeys.stage.OnPostgresql;

/** {@link SessionIT} once more, on PostgreSQL. */
@OnPostgresql
class SessionOnPostgresqlIT extends SessionIT {}
