package dev.holdfast.storage.control;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lifts the network timeout for migrations: an index of many millions of rows takes longer than the seconds that requests
 * wait. Liberty restores the limit when the connection returns to the pool.
 */
final class PatientMigration implements Callback {

    private static final int NO_LIMIT = 0;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            context.getConnection().setNetworkTimeout(Runnable::run, NO_LIMIT);
        } catch (SQLException refused) {
            throw new FlywayException(refused);
        }
    }

    @Override
    public String getCallbackName() {
        return "patient migration";
    }
}
