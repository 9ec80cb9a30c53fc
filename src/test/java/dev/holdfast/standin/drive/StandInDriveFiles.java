package dev.holdfast.standin.drive;

import dev.holdfast.standin.content.FileContent;
import dev.holdfast.standin.content.FileKind;
import dev.holdfast.standin.grant.CodeChallenge;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Drives. Each line of {@code drive-files.txt} is a file: kind | name | flags | text | folder, if it is in one. Only members of {@code
 * fernhill.example} see the files of the shared drive, under the same ids.
 */
final class StandInDriveFiles {

    static final String SHARED_DRIVE = "0AFernhillTeamUk9PVA";

    private static final List<String> LINES = lines();

    private final Instant newest;
    private final Map<String, List<StandInDriveFile>> files = new ConcurrentHashMap<>();

    StandInDriveFiles(Instant newest) {
        this.newest = newest;
    }

    /** Returns the files, newest first. */
    List<StandInDriveFile> of(String person) {
        return person.equals(People.EMI) ? List.of() : files.computeIfAbsent(person, this::create);
    }

    Optional<StandInDriveFile> find(String person, String id) {
        return of(person).stream().filter(file -> file.id().equals(id)).findFirst();
    }

    private List<StandInDriveFile> create(String person) {
        List<StandInDriveFile> created = new ArrayList<>();
        double minutes = 4;
        for (String line : LINES) {
            String[] columns = line.split("\\|", -1);
            boolean shared = flags(columns[2]).contains(StandInDriveFile.Flag.SHARED_DRIVE);
            Instant modified = newest.minus(Duration.ofMinutes((long) minutes));
            if (!shared) {
                created.add(file(person, columns, modified));
                minutes = minutes * 1.22 + 3;
            } else if (person.equals(People.BRUNO)) {
                created.add(file(SHARED_DRIVE, columns, modified.minusSeconds(30)));
            }
        }
        return List.copyOf(created);
    }

    /** Tells whether a person may look into this folder: one of their own or of their shared drives, or the root. */
    boolean isFolder(String person, String id) {
        return id.equals(root(person)) || find(person, id).filter(file -> file.kind() == FileKind.FOLDER).isPresent();
    }

    /** Returns the id of the folder that holds all others. */
    static String root(String person) {
        return id(person, "");
    }

    private static StandInDriveFile file(String person, String[] columns, Instant modified) {
        FileKind kind = FileKind.valueOf(columns[0].trim().toUpperCase(Locale.ROOT));
        String name = columns[1].trim();
        String text = columns[3].trim();
        String folder = columns.length > 4 ? id(person, columns[4].trim()) : root(person);
        return new StandInDriveFile(id(person, name), name, kind, modified, flags(columns[2]), text,
                FileContent.of(kind, name, text), folder);
    }

    private static Set<StandInDriveFile.Flag> flags(String column) {
        Set<StandInDriveFile.Flag> flags = EnumSet.noneOf(StandInDriveFile.Flag.class);
        for (String flag : column.trim().split("\\s+")) {
            if (!flag.isEmpty()) {
                flags.add(StandInDriveFile.Flag.valueOf(flag.toUpperCase(Locale.ROOT)));
            }
        }
        return flags;
    }

    private static String id(String person, String name) {
        byte[] hash = CodeChallenge.digest(person + "/" + name);
        return "1" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 32);
    }

    private static List<String> lines() {
        try (InputStream in = StandInDriveFiles.class.getResourceAsStream("/standin/drive-files.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
