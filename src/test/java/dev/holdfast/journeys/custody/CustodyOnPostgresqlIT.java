package dev.holdfast.journeys.custody;

import dev.holdfast.journeys.stage.OnPostgresql;

/** {@link CustodyIT} once more, on PostgreSQL. */
@OnPostgresql
class CustodyOnPostgresqlIT extends CustodyIT {}
