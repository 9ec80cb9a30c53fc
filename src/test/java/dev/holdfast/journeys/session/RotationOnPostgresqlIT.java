package dev.holdfast.journeys.session;

import dev.holdfast.journeys.stage.OnPostgresql;

/** {@link RotationIT} once more, on PostgreSQL. */
@OnPostgresql
class RotationOnPostgresqlIT extends RotationIT {}
