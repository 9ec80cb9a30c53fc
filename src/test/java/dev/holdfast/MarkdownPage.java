package dev.holdfast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file: its prose, its links, and the anchors that GitHub gives its headings. */
record MarkdownPage(Path file, String text) {

    private static final Set<String> NOT_OURS = Set.of(".git", "node_modules", "target", "dist");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern CODE = Pattern.compile("``[^\\n]+?``|`[^`\\n]+`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file.normalize(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns all pages of the project, in order. */
    static List<MarkdownPage> all() throws IOException {
        List<MarkdownPage> pages = new ArrayList<>();
        Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_OURS.contains(directory.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    pages.add(read(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return pages;
    }

    /** Returns the text without code and without the targets of links; each line stays on its line. */
    String prose() {
        return LINK.matcher(withoutCode()).replaceAll("]");
    }

    /** Returns the links to files and anchors of the project, as they are written. */
    Stream<String> links() {
        return LINK.matcher(withoutCode()).results().map(link -> link.group(1))
                .filter(target -> !target.matches("(?:https?|mailto):.*"));
    }

    /** Tells whether a link of this page leads to a file that exists and to a heading that it has. */
    boolean leadsSomewhere(String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || read(target).anchors().contains(parts[1]));
    }

    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        HEADING.matcher(FENCED.matcher(text).replaceAll("")).results().forEach(heading -> {
            String anchor = anchorOf(heading.group(1));
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        return anchors;
    }

    boolean hasHeading(String words) {
        return HEADING.matcher(text).results().anyMatch(heading -> heading.group(1).equals(words));
    }

    private static String anchorOf(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private String withoutCode() {
        String unfenced = FENCED.matcher(text).replaceAll(block -> "\n".repeat((int) block.group().lines().count() - 1));
        return CODE.matcher(unfenced).replaceAll("`");
    }
}
