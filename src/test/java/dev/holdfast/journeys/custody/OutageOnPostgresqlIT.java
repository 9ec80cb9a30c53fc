package dev.holdfast.journeys.custody;

import dev.holdfast.journeys.stage.OnPostgresql;

/** {@link OutageIT} once more, on PostgreSQL. */
@OnPostgresql
class OutageOnPostgresqlIT extends OutageIT {}
