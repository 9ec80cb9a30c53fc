package dev.holdfast.journeys.custody;

import dev.holdfast.journeys.stage.OnPostgresql;
import org.junit.jupiter.api.Order;

/** {@link OutageIT} once more, on PostgreSQL. */
@Order(3)
@OnPostgresql
class OutageOnPostgresqlIT extends OutageIT {}
