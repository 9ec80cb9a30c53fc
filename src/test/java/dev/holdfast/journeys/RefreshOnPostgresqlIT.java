package dev.holdfast.journeys;

/** {@link RefreshIT} once more, on PostgreSQL. */
@OnPostgresql
class RefreshOnPostgresqlIT extends RefreshIT {}
