package dev.holdfast.journeys.events;

import dev.holdfast.journeys.stage.OnPostgresql;

/** {@link EventsIT} once more, on PostgreSQL. */
@OnPostgresql
class EventsOnPostgresqlIT extends EventsIT {}
