package dev.holdfast.journeys;

/** {@link SessionIT} once more, on PostgreSQL. */
@OnPostgresql
class SessionOnPostgresqlIT extends SessionIT {}
