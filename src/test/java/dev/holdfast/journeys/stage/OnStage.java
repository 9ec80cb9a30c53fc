package dev.holdfast.journeys.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** A class of journeys on the shared {@link Stage}. The classes of one database run one after another. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ResourceLock(providers = OnStage.OfItsDatabase.class)
public @interface OnStage {

    /** One lock for each stage there is. */
    final class OfItsDatabase implements ResourceLocksProvider {

        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            return Set.of(new Lock("the stage on " + Stage.databaseOf(testClass)));
        }
    }
}
