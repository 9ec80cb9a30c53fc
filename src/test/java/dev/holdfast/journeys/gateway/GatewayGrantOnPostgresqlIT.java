package dev.holdfast.journeys.gateway;

import dev.holdfast.journeys.stage.OnPostgresql;

/** {@link GatewayGrantIT} once more, on PostgreSQL. */
@OnPostgresql
class GatewayGrantOnPostgresqlIT extends GatewayGrantIT {}
