package dev.holdfast.schedule.control;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/** Collects the numbers of a logger's lines, such as {@code HF1131}, and keeps the lines out of the test's output. */
public final class LogNumbers implements AutoCloseable {

    private static final int LENGTH = "HF1131".length();

    private final Logger logger;
    private final List<String> numbers = new ArrayList<>();

    public LogNumbers(String logger) {
        this.logger = Logger.getLogger(logger);
        this.logger.setFilter(line -> numbers.add(line.getMessage().substring(0, LENGTH)) && false);
    }

    public List<String> seen() {
        return numbers;
    }

    @Override
    public void close() {
        logger.setFilter(null);
    }
}
