package dev.holdfast.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file that Liberty keeps locked while a server runs in an output directory. */
record LibertyLock(Path file) {

    static LibertyLock of(Path output) {
        return new LibertyLock(output.resolve("holdfast/workarea/.sLock"));
    }

    boolean isHeld() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            return lock == null;
        }
    }
}
