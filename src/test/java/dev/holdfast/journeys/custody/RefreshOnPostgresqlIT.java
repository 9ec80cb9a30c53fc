package dev.holdfast.journeys.custody;

import dev.holdfast.journeys.stage.OnPostgresql;

/** {@link RefreshIT} once more, on PostgreSQL. */
@OnPostgresql
class RefreshOnPostgresqlIT extends RefreshIT {}
