package dev.holdfast.settings.control;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directories of {@code VARIABLE_SOURCE_DIRS}, in which each file is a variable to Liberty. Secrets are read from them
 * directly, because Liberty would replace <code>${...}</code> in them.
 */
final class VariableFiles {

    private final String directories;

    VariableFiles(String directories) {
        this.directories = directories;
    }

    /** Returns the content of the file of that name. */
    Optional<String> read(String name) {
        return files(name).filter(Files::isRegularFile).findFirst().map(VariableFiles::content);
    }

    private Stream<Path> files(String name) {
        try {
            return Arrays.stream(directories.split(File.pathSeparator)).filter(directory -> !directory.isBlank())
                    .map(directory -> Path.of(directory, name)).toList().stream();
        } catch (InvalidPathException unusable) {
            return Stream.empty();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
