package dev.holdfast.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Ensures that other users cannot write to the directory from which programs are run. */
final class OwnDirectory {

    private static final int ROOT = 0;
    private static final Set<PosixFilePermission> WRITABLE_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OwnDirectory() {}

    /** Creates the directory, closed to other users, if it is missing. Fails if other users can write to it. */
    static void prepare(Path directory) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("unix");
        if (!Files.exists(directory)) {
            Files.createDirectories(directory);
            if (posix) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        }
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        Path probe = Files.createTempFile(directory, "probe-", null);
        try {
            if (posix && isOpenToOthers(directory, (Integer) Files.getAttribute(probe, "unix:uid"))) {
                throw new IOException("other users can write there");
            }
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean isOpenToOthers(Path directory, int ourselves) throws IOException {
        int owner = (Integer) Files.getAttribute(directory, "unix:uid");
        return owner != ourselves && owner != ROOT
                || Files.getPosixFilePermissions(directory).stream().anyMatch(WRITABLE_BY_OTHERS::contains);
    }
}
