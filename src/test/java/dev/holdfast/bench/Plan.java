package dev.holdfast.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The essence of an {@code explain (analyze, buffers)}: steps, rows, pages read through the buffer cache, and time. */
record Plan(List<Step> steps, long pages, double millis) {

    private static final Pattern STEP = Pattern.compile("( *)(?:->  )?(\\S.*?)  ?\\(cost=.*?\\)"
            + "(?: \\(actual time=\\S+ rows=([\\d.]+) loops=(\\d+)\\)| \\(never executed\\))");
    private static final Pattern PASSED_OVER = Pattern.compile(" *Rows Removed by (?:Filter|Index Recheck): ([\\d.]+)");
    private static final Pattern PAGES = Pattern.compile(" *Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?.*");
    private static final Pattern TIME = Pattern.compile("Execution Time: ([\\d.]+) ms");
    private static final Pattern TABLE = Pattern.compile(".*?(Seq |Index |Index Only |Bitmap Heap )Scan.* on (\\w+).*");

    /** The number of spaces by which {@code explain} indents each level. */
    private static final int INDENTATION = 6;

    private static final int MUCH_OF_IT = 3;

    /** One step with its index. The numbers of rows returned and of rows passed over are sums over all loops. */
    record Step(int depth, String what, long rows, long passedOver, long loops) {

        Step passing(double more) {
            return new Step(depth, what, rows, passedOver + Math.round(more * loops), loops);
        }

        /** Returns how many rows of the table, or entries of the index, are read. */
        long looked() {
            return rows + passedOver;
        }

        Optional<String> table() {
            Matcher scan = TABLE.matcher(what);
            return scan.matches() ? Optional.of(scan.group(2)) : Optional.empty();
        }

        boolean isSequential() {
            return what.contains("Seq Scan");
        }

        @Override
        public String toString() {
            return "  ".repeat(depth) + what + ", " + counted(rows)
                    + (passedOver > 0 ? ", " + passedOver + " passed over" : "")
                    + (loops > 1 ? ", in " + loops + " loops" : "");
        }
    }

    static Plan parse(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        long pages = -1;
        double millis = 0;
        for (String line : lines) {
            Matcher step = STEP.matcher(line);
            Matcher passed = PASSED_OVER.matcher(line);
            Matcher buffers = PAGES.matcher(line);
            Matcher time = TIME.matcher(line);
            if (step.matches()) {
                long loops = step.group(4) == null ? 0 : Long.parseLong(step.group(4));
                long rows = step.group(3) == null ? 0 : Math.round(Double.parseDouble(step.group(3)) * loops);
                steps.add(new Step((step.group(1).length() + 4) / INDENTATION, step.group(2), rows, 0, loops));
            } else if (passed.matches()) {
                steps.set(steps.size() - 1, steps.get(steps.size() - 1).passing(Double.parseDouble(passed.group(1))));
            } else if (buffers.matches() && pages < 0) {
                pages = number(buffers.group(1)) + number(buffers.group(2));
            } else if (line.startsWith("Planning")) {
                pages = Math.max(0, pages);
            } else if (time.matches()) {
                millis = Double.parseDouble(time.group(1));
            }
        }
        return new Plan(List.copyOf(steps), Math.max(0, pages), millis);
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static String counted(long rows) {
        return rows + (rows == 1 ? " row" : " rows");
    }

    /** Returns the summary for one line. */
    String sum() {
        return counted(steps.get(0).rows()) + ", " + pages + " pages, " + "%.2f ms".formatted(millis);
    }

    /** Returns the marks of a plan that reads all or much of a large table; empty if it reads just what it needs. */
    List<String> marks(TableSizes sizes) {
        Set<String> marks = new LinkedHashSet<>();
        for (Step step : steps) {
            long size = step.table().map(sizes::rowsOf).orElse(0L);
            if (size > 0 && step.isSequential()) {
                marks.add("SEQ SCAN");
            } else if (size > 0 && step.looked() * MUCH_OF_IT >= size) {
                marks.add("WHOLE INDEX");
            }
        }
        return new ArrayList<>(marks);
    }
}
