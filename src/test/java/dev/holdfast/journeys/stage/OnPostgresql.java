package dev.holdfast.journeys.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Journeys of another class once more, on the stage whose database is PostgreSQL. {@code -Dskip.postgresql} leaves them out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("postgresql")
public @interface OnPostgresql {}
