package dev.holdfast.journeys.admin;

import dev.holdfast.journeys.stage.OnPostgresql;

/** {@link AdminIT} once more, on PostgreSQL. */
@OnPostgresql
class AdminOnPostgresqlIT extends AdminIT {}
