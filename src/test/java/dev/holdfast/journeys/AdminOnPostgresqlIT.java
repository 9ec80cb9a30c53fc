package dev.holdfast.journeys;

/** {@link AdminIT} once more, on PostgreSQL. */
@OnPostgresql
class AdminOnPostgresqlIT extends AdminIT {}
