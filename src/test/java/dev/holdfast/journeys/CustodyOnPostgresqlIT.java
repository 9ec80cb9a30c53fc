package dev.holdfast.journeys;

/** {@link CustodyIT} once more, on PostgreSQL. */
@OnPostgresql
class CustodyOnPostgresqlIT extends CustodyIT {}
