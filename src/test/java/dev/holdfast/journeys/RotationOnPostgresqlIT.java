package dev.holdfast.journeys;

/** {@link RotationIT} once more, on PostgreSQL. */
@OnPostgresql
class RotationOnPostgresqlIT extends RotationIT {}
