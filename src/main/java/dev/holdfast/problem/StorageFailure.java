package dev.holdfast.problem;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Recognises a failure of the database anywhere in an exception's chain of causes. */
public final class StorageFailure {

    private static final List<Class<? extends Throwable>> KINDS = List.of(SQLException.class,
            PersistenceException.class, RollbackException.class, SystemException.class,
            HeuristicMixedException.class, HeuristicRollbackException.class);

    private static final int DEEPEST = 20;

    private StorageFailure() {}

    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST)
                .anyMatch(cause -> KINDS.stream().anyMatch(kind -> kind.isInstance(cause)));
    }
}
