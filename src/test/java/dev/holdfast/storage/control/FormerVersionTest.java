package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers are upgraded one by one: a migration of the new version leaves everything that the previous version uses. */
class FormerVersionTest {

    private static final Path FOLDERS = Path.of("src/main/resources/db/migration");

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void migrationsWhenAppliedUnderThePreviousVersionThenItLosesNothing(String database) throws IOException {
        try (Stream<Path> files = Files.list(FOLDERS.resolve(database))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".sql")).toList()) {
                assertEquals(List.of(), FormerVersion.losesBy(Files.readString(file)), file::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop table activity", "alter table account drop column picture",
        "alter table account drop picture", "ALTER TABLE account\n  RENAME COLUMN picture TO portrait", "rename column account.picture to portrait",
        "rename table account to person", "alter table account add column size integer not null",
        "alter table account alter column name set not null", "alter table account alter column name not null",
        "alter table account alter column name type varchar(10)", "alter table account alter column name drop default",
        "truncate table activity", "create unique index account_email on account (email)",
        "alter table account add constraint one check (id is not null)"})
    void losesByWhenSomethingIsTakenAwayThenThatStatementUnlessItSaysWhyItMay(String statement) {
        assertEquals(1, FormerVersion.losesBy("create index i on account (id);\n-- why not\n" + statement + ";\n").size());
        assertEquals(List.of(), FormerVersion.losesBy("-- contract: unused since 1.4\n" + statement + ";\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alter table account add column size integer", "alter table account add size integer",
        "alter table account add column size integer default 0 not null", "drop index account_email",
        "alter table account add column size integer not null default 0",
        "alter table account alter column name drop not null", "alter table account alter column name null", "alter table account drop constraint one",
        "create table person (id integer not null); alter table person add constraint one unique (id)",
        "create table person (id integer not null); create unique index person_id on person (id)",
        "update account set name = null; create index account_name on account (name)"})
    void losesByWhenSomethingIsAddedThenNothing(String statement) {
        assertEquals(List.of(), FormerVersion.losesBy(statement + ";"));
    }
}
